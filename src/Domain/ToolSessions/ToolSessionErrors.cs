using ModuleX.Domain.Results;

namespace ModuleX.Domain.ToolSessions;

/// <summary>Why something with a tool session is refused. The sentences are those of the API documents.</summary>
public static class ToolSessionErrors
{
    /// <summary>The code of <see cref="NeedsReconnect"/>: callers that meet it add a fresh connect URL.</summary>
    public const string NeedsReconnectCode = "needs_reconnect";

    /// <summary>There is no connection: the person has to make one.</summary>
    public const string NotConnectedCode = "tool_not_connected";

    /// <summary>The code of <see cref="StateUnknown"/>.</summary>
    public const string StateUnknownCode = "state_unknown";

    /// <summary>The code of <see cref="RefreshElsewhere"/>.</summary>
    public const string RefreshElsewhereCode = "refresh_elsewhere";

    /// <summary>The code of <see cref="AccountAmbiguous"/>.</summary>
    public const string AccountAmbiguousCode = "account_ambiguous";

    /// <summary>The person would execute something and has not connected the tool.</summary>
    public static Error NotAuthenticated(ToolSessionId id) =>
        new(ErrorKind.NotFound, NotConnectedCode, $"User {id.Owner.Name} not authenticated for {id.Tool}. Please complete authentication.");

    /// <summary>The person would change something about a tool that is not connected.</summary>
    public static Error NotConnected(ToolSessionId id) =>
        new(ErrorKind.NotFound, NotConnectedCode, $"Tool {id.Tool} not found or not authenticated for user {id.Owner.Name}");

    /// <summary>A run or a change that names no account could mean several.</summary>
    public static Error AccountAmbiguous(string tool, IEnumerable<Account> choices) =>
        new Error(ErrorKind.Conflict, AccountAmbiguousCode, $"Several accounts of {tool} are connected and none of them is the default: name one as account")
            .With("accounts", string.Join(", ", choices.Select(choice => choice.Session.Account).Distinct()));

    /// <summary>A name of an account that can't be one.</summary>
    public static Error AccountInvalid { get; } = new(
        ErrorKind.Invalid, "account_invalid", $"account must have 1 to {AccountName.MaximumLength} characters, small letters, digits and hyphens");

    public static Error TooManyAccounts(string tool) => new(
        ErrorKind.Conflict, "too_many_accounts", $"{AccountName.MaximumAccounts} accounts of {tool} are connected; disconnect one first");

    public static Error ConnectionNotFound { get; } = new(ErrorKind.NotFound, "connection_not_found", "Connection not found");

    public static Error NeedsReconnect(ToolSessionId id) =>
        new(ErrorKind.Invalid, NeedsReconnectCode, $"Invalid authentication for {id.Tool}. Please re-authenticate.");

    public static Error ToolInactive(string tool) =>
        new(ErrorKind.Forbidden, "tool_inactive", $"Tool {tool} is deactivated");

    public static Error ActionDisabled(string tool, string action) =>
        new(ErrorKind.Forbidden, "action_disabled", $"Action '{action}' for tool '{tool}' is disabled");

    public static Error StateUnknown { get; } =
        new(ErrorKind.Invalid, StateUnknownCode, "Invalid state: it is unknown, expired or already used. Please start the authorization again.");

    public static Error ToolMismatch { get; } =
        new(ErrorKind.Invalid, "tool_mismatch", "Tool name mismatch: the state belongs to the authorization of another tool");

    public static Error IssuerMismatch { get; } =
        new(ErrorKind.Invalid, "issuer_mismatch", "The callback names another authorization server than the one that was asked");

    public static Error RefreshFailed(string tool) =>
        new(ErrorKind.Upstream, "refresh_failed", $"The access token for {tool} has expired and could not be refreshed now");

    /// <summary>Another process refreshes the credential, or did and was lost: its claim has not ended yet.</summary>
    public static Error RefreshElsewhere(string tool) =>
        new(ErrorKind.Unavailable, RefreshElsewhereCode, $"The access token for {tool} is being refreshed by another node. Please try again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };

    /// <summary>The service gave a new token, which can't be stored now.</summary>
    public static Error RefreshNotStored(string tool) =>
        new(ErrorKind.Unavailable, "refresh_not_stored", $"The new access token for {tool} can't be stored now. Please try again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };

    /// <summary>The lease of a run that has waited holds no more: the credential was replaced.</summary>
    public static Error CredentialReplaced { get; } =
        new(ErrorKind.Conflict, "credential_replaced", "The credential was replaced before the request was sent. Please try again.");

    public static Error OwnerGone { get; } =
        new(ErrorKind.Forbidden, "owner_gone", "The owner of this connection was deleted or deactivated");

    public static Error LostRace { get; } =
        new(ErrorKind.Conflict, "session_changed", "The session was changed by somebody else at the same time; try again");
}
