using ModuleX.Domain.Results;

namespace ModuleX.Domain.Access;

/// <summary>Why something with a service API key is refused. One answer for every key that is no good: a caller learns nothing about others' keys.</summary>
public static class ApiKeyErrors
{
    public static Error Missing { get; } =
        new(ErrorKind.Unauthenticated, "api_key_missing", "An API key is required: send it in the X-API-Key header");

    public static Error Refused { get; } =
        new(ErrorKind.Unauthenticated, "api_key_invalid", "The API key is unknown, expired or revoked");

    public static Error ScopeMissing(string scope) =>
        new(ErrorKind.Forbidden, "scope_missing", $"The API key lacks the scope {scope}");

    public static Error NotFound(string id) =>
        new(ErrorKind.NotFound, "api_key_not_found", $"API key {id} not found");

    public static Error NameInvalid { get; } =
        new(ErrorKind.Invalid, "api_key_name_invalid", "An API key's name has 1 to 100 characters");

    public static Error ScopeUnknown(string scope) =>
        new(ErrorKind.Invalid, "api_key_scope_unknown", $"Unknown scope {scope}; known are {string.Join(", ", ApiKeyScopes.All)}");

    public static Error ExpiryPast { get; } =
        new(ErrorKind.Invalid, "api_key_expiry_past", "An API key's expiry lies in the future");
}
