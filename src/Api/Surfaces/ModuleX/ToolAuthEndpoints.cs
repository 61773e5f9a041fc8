using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Pages;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Connecting the signed-in user's tools and switching them and their actions, document 1's <c>/auth</c>.</summary>
internal static class ToolAuthEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/auth/url/{tool_name}", StartAuthorization).WithName("ModuleX_Auth_GetUrl").RequireLevel(AccessLevel.User).RefuseViewers()
            .WithSummary("Begin to connect a tool: a URL for the user, or done at once for tools with manual authentication")
            .Produces<AuthUrlResponse>().WithMetadata(new OtherAnswer(typeof(ToolDoneResponse))).Refuses(409, 502);
        surface.MapPost("/auth/manual", ConnectManually).WithName("ModuleX_Auth_ConnectManually").RequireLevel(AccessLevel.User)
            .Accepts<ManualAuthRequest>("application/json").WithSummary("Connect a tool with credentials").Produces<ToolDoneResponse>().Refuses(404, 409);
        surface.MapGet("/auth/callback/{tool_name}", CompleteAuthorization).WithName("ModuleX_Auth_Callback")
            .WithSummary("Where authorization servers send people back to").Produces<CallbackResponse>().Refuses(400, 409, 502);
        surface.MapGet("/auth/tools", ListTools).WithName("ModuleX_Auth_ListTools").RequireLevel(AccessLevel.User)
            .WithSummary("Every tool with what the user has connected and enabled").Produces<OwnToolsResponse>();
        surface.MapPut("/auth/tools/{tool_name}/status", SetToolStatus).WithName("ModuleX_Auth_SetToolStatus").RequireLevel(AccessLevel.User)
            .Accepts<ToolStatusRequest>("application/json").WithSummary("Switch a connected tool on or off").Produces<ToolStatusResponse>().Refuses(409);
        surface.MapPut("/auth/tools/{tool_name}/actions/{action_name}/status", SetActionStatus).WithName("ModuleX_Auth_SetActionStatus")
            .RequireLevel(AccessLevel.User)
            .Accepts<ActionStatusRequest>("application/json").WithSummary("Switch one action of a connected tool on or off")
            .Produces<ActionStatusResponse>().Refuses(409);
        surface.MapDelete("/auth/tools/{tool_name}", Disconnect).WithName("ModuleX_Auth_Disconnect").RequireLevel(AccessLevel.User)
            .WithSummary("Delete a connection and all that is stored of it").Produces<ToolDoneResponse>().Refuses(409);
    }

    private static async Task<IResult> StartAuthorization(
        string tool_name, CallerOfRequest request, AccountOfRequest account, HttpRequest http, IUseCases useCases, CancellationToken cancellationToken)
    {
        var fields = http.Query.ToConnectionFields(OrganizationOfRequest.QueryName, AccountOfRequest.QueryName);
        var command = new StartAuthorizationCommand(request.Caller.AccountOf(tool_name, account.Name), fields);
        return Answer(await useCases.SendAsync(command, cancellationToken), view => AuthUrlResponse.Of(view, command.Session));
    }

    private static async Task<IResult> ConnectManually(
        ManualAuthRequest body, CallerOfRequest request, AccountOfRequest account, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new ConnectManuallyCommand(request.Caller.AccountOf(body.ToolName, account.Name), body.Credentials.ToValues());
        return Answer(await useCases.SendAsync(command, cancellationToken), connected => ToolDoneResponse.Of(command, connected));
    }

    private static async Task<IResult> CompleteAuthorization(
        string tool_name, string? state, string? code, string? iss, string? error, string? error_description, HttpContext context, PageOfRequest page,
        IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CompleteAuthorizationCommand(tool_name, state, code, iss, error, error_description, page.Browser)
        {
            Parameters = context.Request.Query.ToConnectionFields(),
        };
        return CallbackPages.Answer(context, command, await useCases.SendAsync(command, cancellationToken), () => CallbackResponse.Of(command));
    }

    private static async Task<IResult> ListTools(
        CallerOfRequest request, ToolListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListOwnerToolsQuery(request.Caller.UserIn(null)), cancellationToken);
        return Answer(result, tools => OwnToolsResponse.Of(tools, list.Detail));
    }

    private static async Task<IResult> SetToolStatus(
        string tool_name, CallerOfRequest request, ToolStatusRequest body, AccountOfRequest account, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new SetToolActiveCommand(request.Caller.AccountOf(tool_name, account.Name), body.IsActive);
        return Answer(await useCases.SendAsync(command, cancellationToken), () => ToolStatusResponse.Of(command));
    }

    private static async Task<IResult> SetActionStatus(
        string tool_name, string action_name, CallerOfRequest request, ActionStatusRequest body, AccountOfRequest account, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var command = body.ToCommand(request.Caller.AccountOf(tool_name, account.Name), action_name);
        return Answer(await useCases.SendAsync(command, cancellationToken), () => ActionStatusResponse.Of(command));
    }

    private static async Task<IResult> Disconnect(
        string tool_name, CallerOfRequest request, AccountOfRequest account, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new DisconnectToolCommand(request.Caller.AccountOf(tool_name, account.Name));
        return Answer(await useCases.SendAsync(command, cancellationToken), () => ToolDoneResponse.Of(command));
    }
}
