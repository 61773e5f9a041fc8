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

    /// <summary>All of them, in the order in which they are shown; a key made without a choice has these.</summary>
    public static readonly ImmutableArray<string> All = [SessionsRead, SessionsWrite, RunsExecute];
}
