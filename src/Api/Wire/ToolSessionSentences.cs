using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Wire;

/// <summary>What documents 1 and 2 say alike of what was done with a tool session.</summary>
internal static class ToolSessionSentences
{
    public static string ConnectedAtOnce(string tool) => $"Manual authentication completed for {tool}";

    public static string Registered(string tool) => $"Manual credentials successfully registered for {tool}";

    public static string Untried(Error reason) => $"It is not known whether the credentials are good: {reason.Message}";

    public static string Authorized(string tool) => $"Successfully authenticated with {tool}";

    public static string Disconnected(string tool) => $"Successfully disconnected from {tool}";

    public static string Switched(SetToolActiveCommand command) =>
        $"Tool {command.Session.Tool} {(command.IsActive ? "activated" : "deactivated")} successfully";

    public static string Switched(SetActionEnabledCommand command) =>
        $"Action '{command.Action}' for tool '{command.Session.Tool}' {(command.Enabled ? "enabled" : "disabled")} successfully";
}
