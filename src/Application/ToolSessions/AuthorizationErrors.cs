using System.Collections.Immutable;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ToolSessions;

/// <summary>Why a tool can't be connected.</summary>
public static class AuthorizationErrors
{
    /// <summary>The authorization server refused a code, a refresh token or the client, for good.</summary>
    public const string GrantRefusedCode = "grant_refused";

    public const string ClientMissingCode = "oauth_client_missing";
    public const string CredentialsRefusedCode = "credentials_refused";
    public const string DeniedCode = "authorization_denied";
    public const string ServerFailedCode = "authorization_server_failed";

    /// <param name="callback">What the service sends people back to; null where no person is waiting for the answer.</param>
    public static Error ClientMissing(ToolDefinition tool, string? callback)
    {
        var settings = $"OAuth for {tool.Name} is not set up on this server: set Tools:{tool.Name}:ClientId and Tools:{tool.Name}:ClientSecret";
        if (callback is null) return new(ErrorKind.Invalid, ClientMissingCode, settings);
        var place = tool.Auth.FirstOrDefault(scheme => scheme.Kind == AuthKind.OAuth2)?.OAuth?.RegisterUrl is { } page
            ? $" at {page}" : $" with {tool.DisplayName}";
        return new Error(ErrorKind.Invalid, ClientMissingCode,
            $"{settings} to those of an OAuth app registered{place}, with the callback address {callback}")
            .With("callback_url", callback);
    }

    public static Error AuthUrlMissing(string tool) =>
        new(ErrorKind.Invalid, "auth_url_missing",
            $"Tool {tool} has no address to fetch credentials from: set Tools:{tool}:AuthUrl, or send them to POST /auth/manual");

    public static Error NeedsCredentials(ToolDefinition tool) => new(
        ErrorKind.Invalid, "credentials_required",
        $"Tool {tool.Name} is connected with credentials: send them to POST /auth/manual ({string.Join(", ", FieldsOf(tool))})");

    public static Error CredentialsIncomplete(ToolDefinition tool, ImmutableArray<Problem> problems) => new(
        ErrorKind.Invalid, "credentials_invalid", $"The credentials for {tool.Name} are not complete: {string.Join("; ", problems)}") { Problems = problems };

    public static Error CredentialsRefused(string tool) =>
        new(ErrorKind.Invalid, CredentialsRefusedCode, $"{tool} refused these credentials");

    /// <param name="code">The <c>error</c> parameter of the callback (RFC 6749, section 4.1.2.1).</param>
    public static Error Denied(string tool, string code, string? description) => new(
        ErrorKind.Invalid, DeniedCode,
        description is null ? $"{tool} did not authorize: {code}" : $"{tool} did not authorize: {code} ({description})");

    public static Error CodeMissing { get; } =
        new(ErrorKind.Invalid, "code_missing", "The callback has no authorization code");

    /// <param name="parameter">Its name on the wire; never its value, which a browser wrote.</param>
    public static Error CallbackIncomplete(string parameter) =>
        new(ErrorKind.Invalid, "callback_incomplete", $"The callback has no usable {parameter}");

    /// <summary>What the service says of the connection leads nowhere, or to a host that is not the tool's.</summary>
    public static Error AddressUnknown(ToolDefinition tool) => ServerFailed(tool.DisplayName,
        $"its answers don't fill {tool.Server.Url} with an address that the manifest allows");

    public static Error SchemeUnknown(ToolDefinition tool, string name) => new(ErrorKind.Invalid, "scheme_unknown",
        $"Tool {tool.Name} has no way to connect named {name}. There are: {string.Join(", ", tool.Auth.Select(scheme => scheme.Name))}");

    /// <param name="scopes">Those that can't be asked for.</param>
    public static Error ScopesUnknown(ToolDefinition tool, AuthScheme scheme, IEnumerable<string> scopes) => new(ErrorKind.Invalid, "scope_unknown",
        $"Tool {tool.Name} can't be asked for {string.Join(", ", scopes)}. Optional scopes: "
        + (scheme.OAuth is { OptionalScopes: { IsEmpty: false } optional } ? string.Join(", ", optional) : "none"));

    public static Error GrantRefused(string tool, string code) =>
        new(ErrorKind.Invalid, GrantRefusedCode, $"{tool} refused the authorization: {code}");

    /// <param name="reason">What happened, without any value of the answer.</param>
    public static Error ServerFailed(string tool, string reason) =>
        new(ErrorKind.Upstream, ServerFailedCode, $"The authorization server of {tool} failed: {reason}");

    private static IEnumerable<string> FieldsOf(ToolDefinition tool) => tool.ConnectionFields
        .Concat(tool.Auth.Where(scheme => !scheme.Fields.IsEmpty).Take(1).SelectMany(scheme => scheme.Fields))
        .Where(field => field.IsRequired)
        .Select(field => field.Name);
}
