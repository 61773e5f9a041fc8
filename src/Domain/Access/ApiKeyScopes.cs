using System.Collections.Immutable;

namespace ModuleX.Domain.Access;

/// <summary>What a service API key may be allowed to do. An endpoint asks for one of these by name.</summary>
public static class ApiKeyScopes
{
    /// <summary>See what an owner has connected and the functions that are enabled.</summary>
    public const string SessionsRead = "sessions:read";

    /// <summary>Connect, switch and disconnect tools for an owner.</summary>
    public const string SessionsWrite = "sessions:write";

    /// <summary>Execute actions for an owner.</summary>
    public const string RunsExecute = "runs:execute";

    /// <summary>Send any request to a tool's own server with an owner's credential. It goes beyond the actions, so it has to be asked for.</summary>
    public const string RequestsRaw = "requests:raw";

    /// <summary>What a key made without a choice has.</summary>
    public static readonly ImmutableArray<string> Default = [SessionsRead, SessionsWrite, RunsExecute];

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static readonly ImmutableArray<string> All = [.. Default, RequestsRaw];
}
