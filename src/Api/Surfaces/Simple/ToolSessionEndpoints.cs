using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Pages;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Connecting tools and switching them and their actions, document 2's <c>/auth</c>.</summary>
internal static class ToolSessionEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/auth/url/{tool_name}", StartAuthorization).WithName("Simple_Auth_GetUrl").RequireScope(ApiKeyScopes.SessionsWrite)
            .WithSummary("Begin to connect a tool: a URL for the person, or done at once for tools with manual authentication")
            .Produces<AuthUrlResponse>().WithMetadata(new OtherAnswer(typeof(ToolDoneResponse))).Refuses(409, 502);
        surface.MapPost("/auth/manual", ConnectManually).WithName("Simple_Auth_ConnectManually").RequireScope(ApiKeyScopes.SessionsWrite)
            .Accepts<ManualAuthRequest>("application/json").WithSummary("Connect a tool with credentials").Produces<ToolDoneResponse>().Refuses(404, 409);
        surface.MapGet("/auth/callback/{tool_name}", CompleteAuthorization).WithName("Simple_Auth_Callback")
            .WithSummary("Where authorization servers send people back to").Produces<CallbackResponse>().Refuses(400, 409, 502);
        surface.MapGet("/auth/tools", ListTools).WithName("Simple_Auth_ListTools").RequireScope(ApiKeyScopes.SessionsRead)
            .WithSummary("Every tool with what the person has connected and enabled").Produces<UserToolsResponse>();
        surface.MapPut("/auth/tools/{tool_name}/status", SetToolStatus).WithName("Simple_Auth_SetToolStatus").RequireScope(ApiKeyScopes.SessionsWrite)
            .Accepts<ToolStatusRequest>("application/json").WithMetadata(OwnerOfRequest.WithBody)
            .WithSummary("Switch a connected tool on or off").Produces<ToolStatusResponse>().Refuses(409);
        surface.MapPut("/auth/tools/{tool_name}/actions/{action_name}/status", SetActionStatus).WithName("Simple_Auth_SetActionStatus")
            .RequireScope(ApiKeyScopes.SessionsWrite)
            .Accepts<ActionStatusRequest>("application/json").WithMetadata(OwnerOfRequest.WithBody)
            .WithSummary("Switch one action of a connected tool on or off").Produces<ActionStatusResponse>().Refuses(409);
        // The path of document 2's JavaScript example; the described one is above.
        surface.MapPut("/auth/users/{user_id}/tools/{tool_name}/actions/{action_name}/status", SetActionStatusOfUser)
            .WithName("Simple_Auth_SetActionStatusOfUser").RequireScope(ApiKeyScopes.SessionsWrite).Accepts<ActionStatusRequest>("application/json")
            .WithSummary("The same with the person in the path").Produces<ActionStatusResponse>().Refuses(409);
        surface.MapDelete("/auth/tools/{tool_name}", Disconnect).WithName("Simple_Auth_Disconnect").RequireScope(ApiKeyScopes.SessionsWrite)
            .WithSummary("Delete a connection and all that is stored of it").Produces<ToolDoneResponse>().Refuses(409);
    }

    private static async Task<IResult> StartAuthorization(
        string tool_name, OwnerOfRequest owner, AccountOfRequest account, HttpRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var fields = request.Query.ToConnectionFields(OwnerOfRequest.QueryName, AccountOfRequest.QueryName);
        var command = new StartAuthorizationCommand(owner.AccountOf(tool_name, account.Name), fields);
        return Answer(await useCases.SendAsync(command, cancellationToken), view => AuthUrlResponse.Of(view, command.Session));
    }

    private static async Task<IResult> ConnectManually(
        HttpContext context, AccountOfRequest account, ManualAuthRequest body, IUseCases useCases, CancellationToken cancellationToken)
    {
        var owner = OwnerOfRequest.Of(context, body.UserId);
        var command = new ConnectManuallyCommand(owner.AccountOf(body.ToolName, account.Name), body.Credentials.ToValues());
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
        OwnerOfRequest owner, ToolListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListOwnerToolsQuery(owner.User), cancellationToken);
        return Answer(result, tools => UserToolsResponse.Of(tools, list.Detail));
    }

    private static async Task<IResult> SetToolStatus(
        string tool_name, ToolStatusRequest body, AccountOfRequest account, HttpContext context, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new SetToolActiveCommand(OwnerOfRequest.Of(context, body.UserId).AccountOf(tool_name, account.Name), body.IsActive);
        return Answer(await useCases.SendAsync(command, cancellationToken), () => ToolStatusResponse.Of(command));
    }

    private static Task<IResult> SetActionStatus(
        string tool_name, string action_name, ActionStatusRequest body, AccountOfRequest account, HttpContext context, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var session = OwnerOfRequest.Of(context, body.UserId).AccountOf(tool_name, account.Name);
        return SetActionStatusAsync(body.ToCommand(session, action_name), useCases, cancellationToken);
    }

    private static Task<IResult> SetActionStatusOfUser(
        string user_id, string tool_name, string action_name, ActionStatusRequest body, AccountOfRequest account, HttpContext context, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var owner = OwnerOfRequest.Of(context, user_id, ProblemSource.Path);
        return SetActionStatusAsync(body.ToCommand(owner.AccountOf(tool_name, account.Name), action_name), useCases, cancellationToken);
    }

    private static async Task<IResult> SetActionStatusAsync(SetActionEnabledCommand command, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(command, cancellationToken), () => ActionStatusResponse.Of(command));
    }

    private static async Task<IResult> Disconnect(
        string tool_name, OwnerOfRequest owner, AccountOfRequest account, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new DisconnectToolCommand(owner.AccountOf(tool_name, account.Name));
        return Answer(await useCases.SendAsync(command, cancellationToken), () => ToolDoneResponse.Of(command));
    }
}
