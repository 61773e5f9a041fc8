using ModuleX.Api.Hosting;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of a user's own tools and the use cases.</summary>
internal static class ToolAuthMapping
{
    /// <summary>The link of the signed-in user to a tool.</summary>
    public static ToolSessionId SessionFor(this Caller caller, string tool) => new(caller.Tenant, caller.Owner(), tool);

    public static OwnerId Owner(this Caller caller) => OwnerId.User(caller.User.Value);

    public static object ToWire(this AuthorizationView view, ToolSessionId session) => view.Redirect is { } redirect
        ? new AuthUrlResponse(redirect.Url, redirect.State, session.Tool)
        : Done(session, $"Manual authentication completed for {session.Tool}");

    public static ToolDoneResponse ToWire(this ConnectManuallyCommand command, ConnectedView connected)
    {
        var done = Done(command.Session, $"Manual credentials successfully registered for {command.Session.Tool}");
        if (connected.Untried is not { } reason) return done;
        return done with { Verified = false, Warning = $"It is not known whether the credentials are good: {reason.Message}" };
    }

    public static ToolDoneResponse ToWire(this DisconnectToolCommand command) =>
        Done(command.Session, $"Successfully disconnected from {command.Session.Tool}");

    public static CallbackResponse ToWire(this CompleteAuthorizationCommand command) => new(true, $"Successfully authenticated with {command.Tool}");

    public static ToolStatusResponse ToWire(this SetToolActiveCommand command) => new(
        true, $"Tool {command.Session.Tool} {(command.IsActive ? "activated" : "deactivated")} successfully",
        command.Session.Owner.Name, command.Session.Tool, command.IsActive);

    public static SetActionEnabledCommand ToCommand(this ActionStatusRequest request, ToolSessionId session, string action) =>
        new(session, action, ActionSwitch.IsOn(request.IsDisabled, request.IsActive));

    public static ActionStatusResponse ToWire(this SetActionEnabledCommand command) => new(
        true, $"Action '{command.Action}' for tool '{command.Session.Tool}' {(command.Enabled ? "enabled" : "disabled")} successfully",
        command.Session.Owner.Name, command.Session.Tool, command.Action, !command.Enabled);

    public static OwnToolsResponse ToWire(this IReadOnlyList<OwnerToolView> tools, bool detail) => new([.. tools.Select(view => new OwnToolResponse(
        view.Tool.Name,
        view.Tool.DisplayName,
        detail ? view.Tool.Description : null,
        view.IsAuthenticated,
        view.IsActive,
        detail ? view.Tool.Auth[0].WireName : null,
        [.. view.Actions.Select(action => new OwnActionResponse(action.Action.Name, action.Action.Description, action.IsActive))]))]);

    private static ToolDoneResponse Done(ToolSessionId session, string message) => new(true, message, session.Owner.Name, session.Tool);
}
