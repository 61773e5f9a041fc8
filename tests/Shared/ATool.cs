using System.Collections.Immutable;
using ModuleX.Domain.Catalog;

namespace ModuleX.Tests.Shared;

/// <summary>Tools in the words of the domain, without a manifest.</summary>
internal static class ATool
{
    public static ToolDefinition With(string name, ImmutableArray<AuthScheme> auth, params ImmutableArray<ActionDefinition> actions) => new()
    {
        Name = name,
        DisplayName = char.ToUpperInvariant(name[0]) + name[1..],
        Description = $"The tool {name}.",
        Version = "1.0.0",
        Server = new(new UrlTemplate($"https://api.{name}.example"), [], []),
        Auth = auth,
        Actions = ToolActions.Of(actions.IsEmpty ? [Action("list_items")] : actions.AsSpan()),
    };

    public static ToolDefinition WithOAuth(string name = "github", params ImmutableArray<ActionDefinition> actions) => With(name, [OAuth(name)], actions);

    public static AuthScheme OAuth(string tool = "github") => new()
    {
        Id = "oauth2",
        Kind = AuthKind.OAuth2,
        OAuth = new()
        {
            AuthorizeUrl = new($"https://{tool}.example/authorize"),
            TokenUrl = new($"https://{tool}.example/token"),
            RevokeUrl = new($"https://{tool}.example/revoke"),
            Issuer = new($"https://{tool}.example"),
            Scopes = ["repo", "read:user"],
            AuthorizeParameters = [new("prompt", new("consent now"))],
        },
    };

    public static AuthScheme Scheme(AuthKind kind, params ImmutableArray<CredentialField> fields) =>
        new() { Id = AuthScheme.NameOf(kind), Kind = kind, Fields = fields };

    public static CredentialField Field(string name, params ImmutableArray<string> aliases) => new(name, aliases, name, null, false, null, true, true, null);

    /// <summary>An action that takes whatever it is given; the parameters are there to be read.</summary>
    public static ActionDefinition Action(string name, string parameters = """{ "type": "object" }""", params ImmutableArray<string> aliases) => new()
    {
        Name = name,
        Aliases = aliases,
        Title = name,
        Description = $"Does {name}.",
        Parameters = new ASchema(parameters),
        Request = new() { Method = "GET", Path = new($"/{name}"), Parameters = [] },
    };
}
