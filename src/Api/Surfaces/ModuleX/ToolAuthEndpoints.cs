using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Sessions;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Connecting the signed-in user's tools and switching them and their actions, document 1's <c>/auth</c>.</summary>
internal static class ToolAuthEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/auth/url/{tool_name}", StartAuthorization).WithName("ModuleX_Auth_GetUrl").RequireLevel(AccessLevel.User).RefuseViewers()
            .WithSummary("Begin to connect a tool: a URL for the user, or done at once for tools with manual authentication")
            .Produces<AuthUrlResponse>().WithMetadata(new OtherAnswer(typeof(ToolDoneResponse))).Produces<ModuleXErrorBody>(502).Produces<ModuleXErrorBody>(400).Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(404);
        surface.MapPost("/auth/manual", ConnectManually).WithName("ModuleX_Auth_ConnectManually").RequireLevel(AccessLevel.User)
            .Accepts<ManualAuthRequest>("application/json").WithSummary("Connect a tool with credentials").Produces<ToolDoneResponse>().Produces<ModuleXErrorBody>(400).Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(404);
        surface.MapGet("/auth/callback/{tool_name}", CompleteAuthorization).WithName("ModuleX_Auth_Callback")
            .WithSummary("Where authorization servers send people back to").Produces<CallbackResponse>().Produces<ModuleXErrorBody>(404).Produces<ModuleXErrorBody>(409).Produces<ModuleXErrorBody>(502).Produces<ModuleXErrorBody>(400);
        surface.MapGet("/auth/tools", ListTools).WithName("ModuleX_Auth_ListTools").RequireLevel(AccessLevel.User)
            .WithSummary("Every tool with what the user has connected and enabled").Produces<OwnToolsResponse>().Produces<ModuleXErrorBody>(401);
        surface.MapPut("/auth/tools/{tool_name}/status", SetToolStatus).WithName("ModuleX_Auth_SetToolStatus").RequireLevel(AccessLevel.User)
            .Accepts<ToolStatusRequest>("application/json").WithSummary("Switch a connected tool on or off").Produces<ToolStatusResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(404);
        surface.MapPut("/auth/tools/{tool_name}/actions/{action_name}/status", SetActionStatus).WithName("ModuleX_Auth_SetActionStatus").RequireLevel(AccessLevel.User)
            .Accepts<ActionStatusRequest>("application/json").WithSummary("Switch one action of a connected tool on or off").Produces<ActionStatusResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(404);
        surface.MapDelete("/auth/tools/{tool_name}", Disconnect).WithName("ModuleX_Auth_Disconnect").RequireLevel(AccessLevel.User)
            .WithSummary("Delete a connection and all that is stored of it").Produces<ToolDoneResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(404);
    }

    private static async Task<IResult> StartAuthorization(string tool_name, CallerOfRequest caller, HttpRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new StartAuthorizationCommand(caller.SessionFor(tool_name), request.Query.ToConnectionFields(OrganizationOfRequest.QueryName));
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out var view) ? error.ToResult() : Results.Ok(view.ToWire(command.Session));
    }

    private static async Task<IResult> ConnectManually(ManualAuthRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new ConnectManuallyCommand(caller.SessionFor(body.ToolName), body.Credentials.ToValues());
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out var connected) ? error.ToResult() : Results.Ok(command.ToWire(connected));
    }

    private static async Task<IResult> CompleteAuthorization(
        string tool_name, string? state, string? code, string? iss, string? error, string? error_description, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CompleteAuthorizationCommand(tool_name, state, code, iss, error, error_description);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var failure, out _) ? failure.ToResult() : Results.Ok(command.ToWire());
    }

    private static async Task<IResult> ListTools(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken, bool detail = false)
    {
        var result = await useCases.SendAsync(new ListOwnerToolsQuery(caller.Caller.Tenant, caller.Owner()), cancellationToken);
        return result.Failed(out var error, out var tools) ? error.ToResult() : Results.Ok(tools.ToWire(detail));
    }

    private static async Task<IResult> SetToolStatus(string tool_name, CallerOfRequest caller, ToolStatusRequest body, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new SetToolActiveCommand(caller.SessionFor(tool_name), body.IsActive);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(command.ToWire());
    }

    private static async Task<IResult> SetActionStatus(
        string tool_name, string action_name, CallerOfRequest caller, ActionStatusRequest body, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = body.ToCommand(caller.SessionFor(tool_name), action_name);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(command.ToWire());
    }

    private static async Task<IResult> Disconnect(string tool_name, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new DisconnectToolCommand(caller.SessionFor(tool_name));
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(command.ToWire());
    }
}
