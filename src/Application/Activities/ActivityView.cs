namespace ModuleX.Application.Activities;

/// <summary>Something that a person did.</summary>
/// <param name="Id">A UUID; the same wherever the same thing is told.</param>
/// <param name="Type">Of <see cref="ActivityTypes"/>.</param>
/// <param name="UserId">The id of a user, or the name of an external owner.</param>
/// <param name="Description">A sentence for people.</param>
/// <param name="Metadata">A JSON object. No secrets.</param>
public sealed record ActivityView(string Id, string Type, string UserId, string Description, string Metadata, DateTimeOffset CreatedAt);

/// <summary>What activities are sorted by.</summary>
public static class ActivityTypes
{
    public const string Login = "login";
    public const string Logout = "logout";

    /// <summary>A tool was connected, disconnected, or switched on or off.</summary>
    public const string ToolAuthentication = "tool_auth";

    public const string ToolExecution = "tool_execution";

    /// <summary>Everything else that the audit log has.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Login, Logout, ToolAuthentication, ToolExecution, Other];
}
