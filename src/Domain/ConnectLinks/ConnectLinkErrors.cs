using ModuleX.Domain.Results;

namespace ModuleX.Domain.ConnectLinks;

/// <summary>Why something with a connect link is refused.</summary>
public static class ConnectLinkErrors
{
    public const string ExpiredCode = "connect_link_expired";
    public const string UsedCode = "connect_link_used";
    public const string OtherBrowserCode = "connect_link_other_browser";
    public const string OtherPersonCode = "connect_link_other_person";
    public const string SignInCode = "connect_link_sign_in";
    public const string NotBoundCode = "connect_link_not_bound";

    /// <summary>Unknown, revoked and another's are the same.</summary>
    public static Error NotFound { get; } = new(ErrorKind.NotFound, "connect_link_not_found", "Connect link not found");

    public static Error Expired { get; } = new(ErrorKind.Expired, ExpiredCode, "This connect link has expired");

    public static Error Used { get; } = new(ErrorKind.Conflict, UsedCode, "This connect link was used already");

    /// <summary>Continue was pressed elsewhere, or the provider's address was opened in another browser than the link.</summary>
    public static Error OtherBrowser { get; } = new(ErrorKind.Forbidden, OtherBrowserCode, "This connect link belongs to another browser");

    public static Error NotBound { get; } = new(ErrorKind.Conflict, NotBoundCode, "This connect link has not been opened yet");

    /// <summary>The link is for a person, and no person is signed in.</summary>
    public static Error SignIn { get; } = new(ErrorKind.Unauthenticated, SignInCode, "Sign in to use this connect link");

    public static Error OtherPerson { get; } = new(ErrorKind.Forbidden, OtherPersonCode, "This connect link is for another person");

    public static Error ToolNotOffered(string tool) =>
        new(ErrorKind.Invalid, "tool_not_offered", $"This connect link is not for the tool {tool}");

    public static Error NothingToConnect { get; } =
        new(ErrorKind.Invalid, "nothing_to_connect", "No tool can be connected on this server: none has an OAuth client or takes credentials");

    public static Error ScopeUnknown(string scope) =>
        new(ErrorKind.Invalid, "scope_unknown", $"None of the tools asks for the scope {scope}; a link can ask for fewer scopes, not for others");

    public static Error ReturnUrlRefused(string setting) => new(ErrorKind.Invalid, "return_url_refused",
        $"return_url must be an https address, or http on the person's own machine, whose origin is in {setting}");

    public static Error ReturnUrlRequired { get; } = new(ErrorKind.Invalid, "return_url_required",
        "A link for an external owner needs a return_url: the application completes it with the code that comes there");

    public static Error NotAwaiting { get; } =
        new(ErrorKind.Conflict, "connect_link_not_awaiting", "This connect link does not await completion");

    public static Error CodeWrong { get; } = new(ErrorKind.Forbidden, "connect_link_code_wrong", "The code is not that of this connect link");
}
