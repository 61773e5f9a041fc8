using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Makes the auth schemes of a manifest, with what each kind brings where the manifest is silent.</summary>
internal static class AuthMapper
{
    private const string AuthorizationHeader = "Authorization";

    public static ImmutableArray<AuthScheme> Map(JsonElement manifest, ToolSettings settings, Func<string, UrlTemplate> urlOf)
    {
        var seen = new Dictionary<string, int>();
        return [.. manifest.Items("auth").Select(auth =>
        {
            var type = auth.Text("type")!;
            var number = seen[type] = seen.GetValueOrDefault(type) + 1;
            return SchemeOf(auth, number == 1 ? type : $"{type}_{number}", settings, urlOf);
        })];
    }

    public static CredentialField FieldOf(JsonElement field) => new(
        field.Text("name")!, field.Texts("aliases"), field.Text("title")!, field.Text("description"), field.Text("type") == "url",
        field.Text("pattern"), field.Flag("secret") ?? false, field.Flag("required") ?? true, field.Text("default"))
    {
        IsPrivateKey = field.Text("type") == "private_key",
    };

    private static AuthScheme SchemeOf(JsonElement auth, string id, ToolSettings settings, Func<string, UrlTemplate> urlOf)
    {
        var kind = KindOf(auth.Text("type")!);
        var fields = FieldsOf(auth, kind);
        var exchange = auth.Member("request") is { } request ? ServiceRequestMapper.RequestOf(request, "POST", RequestAuthority.None, urlOf) : null;
        return new AuthScheme
        {
            Id = id,
            Kind = kind,
            Name = auth.Text("scheme") ?? id,
            Fields = fields,
            Placements = PlacementsOf(auth, kind, fields),
            OAuth = kind is AuthKind.OAuth2 or AuthKind.ClientCredentials or AuthKind.JwtBearer ? EndpointsOf(auth, kind, settings, urlOf) : null,
            AuthUrl = kind == AuthKind.Manual && (settings.AuthUrl ?? auth.Text("auth_url")) is { } url ? urlOf(url) : null,
            Exchange = exchange is not null && settings.TokenUrl is { } moved ? exchange with { Url = urlOf(moved), Path = null } : exchange,
            Assertion = (kind == AuthKind.JwtBearer ? auth : auth.Member("assertion")) is { } assertion ? AssertionOf(assertion, fields) : null,
            AfterConnect = auth.Member("after_connect") is { } after ? ServiceRequestMapper.AfterConnectOf(after, settings, urlOf) : null,
            Revoke = auth.Member("revoke") is { } revoke ? ServiceRequestMapper.RevocationOf(revoke, settings, urlOf) : null,
            TokenResponse = auth.Paths("token_response"),
            RefreshResponse = auth.Member("refresh_response") is null ? null : auth.Paths("refresh_response"),
            TokenRefusals = [.. auth.Items("token_refusals").Select(RefusalOf)],
            TokenLifetime = SecondsOf(auth, "token_lifetime_seconds"),
            ExpiryLeeway = SecondsOf(auth, "expiry_leeway_seconds") ?? AuthScheme.LeewayOf(kind),
        };
    }

    private static OAuthEndpoints EndpointsOf(JsonElement auth, AuthKind kind, ToolSettings settings, Func<string, UrlTemplate> urlOf) => new()
    {
        AuthorizeUrl = kind == AuthKind.OAuth2 ? urlOf(settings.AuthorizeUrl ?? auth.Text("authorize_url")!) : null,
        TokenUrl = urlOf(settings.TokenUrl ?? auth.Text("token_url")!),
        // A token endpoint that was moved takes its refreshes along: they must not go to the service that the operator moved away from.
        RefreshUrl = settings.TokenUrl is null && auth.Text("refresh_url") is { } refresh ? urlOf(refresh) : null,
        RevokeUrl = (settings.RevokeUrl ?? (settings.TokenUrl is null ? auth.Text("revoke_url") : null)) is { } revoke ? urlOf(revoke) : null,
        Issuer = settings.AuthorizeUrl is null && auth.Text("issuer") is { } issuer ? new IssuerPattern(issuer) : null,
        UsesPkce = auth.Text("pkce") != "none",
        RegisterUrl = auth.Text("register_url"),
        Scopes = auth.Texts("scopes"),
        OptionalScopes = auth.Texts("optional_scopes"),
        ScopeParameter = auth.Text("scope_parameter") ?? "scope",
        ScopeSeparator = auth.Text("scope_separator") is { } separator ? separator[0] : ' ',
        AuthorizeParameters = auth.Templates("authorize_parameters"),
        TokenParameters = auth.Templates("token_parameters"),
        RefreshParameters = auth.Templates("refresh_parameters"),
        TokenHeaders = auth.Templates("token_headers"),
        ParameterNames = auth.Members("parameter_names").ToImmutableSortedDictionary(member => member.Name, member => member.Value.GetString()),
        Callback = auth.TextMap("callback").ToImmutableSortedDictionary(),
        ClientAuthentication = (auth.Text("token_auth_method") ?? (kind == AuthKind.ClientCredentials ? "client_secret_basic" : "client_secret_post")) switch
        {
            "client_secret_basic" => ClientAuthentication.Basic,
            "none" => ClientAuthentication.None,
            _ => ClientAuthentication.Post,
        },
        SendsJson = auth.Text("token_request_format") == "json",
    };

    private static SignedAssertion AssertionOf(JsonElement assertion, ImmutableArray<CredentialField> fields) => new(
        assertion.Text("algorithm") ?? "RS256",
        fields.First(field => field.IsPrivateKey).Name,
        assertion.Text("key_id") is { } keyId ? new TextTemplate(keyId) : null,
        assertion.Templates("claims"),
        SecondsOf(assertion, "lifetime_seconds") ?? TimeSpan.FromMinutes(5));

    private static ErrorRule RefusalOf(JsonElement rule) =>
        rule.Flag("final") == false ? ActionMapper.ErrorOf(rule) with { Kind = UpstreamFailureKind.Unavailable } : ActionMapper.ErrorOf(rule);

    private static TimeSpan? SecondsOf(JsonElement owner, string name) =>
        owner.Member(name) is { } seconds ? TimeSpan.FromSeconds(seconds.Whole()) : null;

    private static ImmutableArray<CredentialField> FieldsOf(JsonElement auth, AuthKind kind)
    {
        var named = auth.Items("fields").Select(FieldOf).ToImmutableArray();
        if (!named.IsEmpty) return named;
        return kind switch
        {
            AuthKind.ApiKey => [Field("api_key", "API key", isSecret: true, "token")],
            AuthKind.Bearer => [Field("token", "Token", isSecret: true, "access_token", "api_key")],
            AuthKind.Basic => [Field("username", "User name", isSecret: false), Field("password", "Password", isSecret: true)],
            AuthKind.ClientCredentials => [Field("client_id", "Client ID", isSecret: false), Field("client_secret", "Client secret", isSecret: true)],
            AuthKind.JwtBearer =>
            [
                Field("client_email", "E-mail of the service account", isSecret: false),
                Field("private_key", "Private key", isSecret: true) with { IsPrivateKey = true },
            ],
            _ => [],
        };
    }

    private static ImmutableArray<CredentialPlacement> PlacementsOf(JsonElement auth, AuthKind kind, ImmutableArray<CredentialField> fields)
    {
        if (auth.Member("apply") is { } apply)
        {
            return
            [
                .. apply.TextMap("headers").Select(pair => new CredentialPlacement(PlacementTarget.Header, pair.Key, new(pair.Value))),
                .. apply.TextMap("query").Select(pair => new CredentialPlacement(PlacementTarget.Query, pair.Key, new(pair.Value))),
            ];
        }
        return kind switch
        {
            AuthKind.OAuth2 or AuthKind.ClientCredentials or AuthKind.JwtBearer or AuthKind.Exchange => [Header("Bearer {access_token}")],
            AuthKind.Bearer => [Header($"Bearer {{{fields[0].Name}}}")],
            AuthKind.Basic => [Header("Basic {basic}")],
            AuthKind.ApiKey =>
            [
                new(auth.Text("in") == "query" ? PlacementTarget.Query : PlacementTarget.Header, auth.Text("name")!,
                new($"{auth.Text("prefix")}{{{fields[0].Name}}}")),
            ],
            _ => [],
        };
    }

    private static CredentialPlacement Header(string template) => new(PlacementTarget.Header, AuthorizationHeader, new(template));

    private static CredentialField Field(string name, string title, bool isSecret, params ImmutableArray<string> aliases) =>
        new(name, aliases, title, null, false, null, isSecret, true, null);

    private static AuthKind KindOf(string type) => Enum.GetValues<AuthKind>().First(kind => AuthScheme.NameOf(kind) == type);
}
