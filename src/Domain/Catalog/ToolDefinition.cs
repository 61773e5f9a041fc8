using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Catalog;

/// <summary>A tool as its manifest describes it, with the addresses that the settings moved. Immutable.</summary>
public sealed record ToolDefinition
{
    /// <summary>The tool's name in every API: <c>github</c>.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public required string Version { get; init; }

    public string Author { get; init; } = "ModuleX";

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The names of the tools without which this one can't be used.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>An image for people; null where there is none.</summary>
    public string? Logo { get; init; }

    /// <summary>Where a person uses the tool by hand; null where there is no such place.</summary>
    public string? AppUrl { get; init; }

    public required ToolServer Server { get; init; }

    /// <summary>What a person is asked for besides the credential; fills the server's template.</summary>
    public ImmutableArray<CredentialField> ConnectionFields { get; init; } = [];

    /// <summary>The ways to connect, the preferred one first; never empty.</summary>
    public required ImmutableArray<AuthScheme> Auth
    {
        get;
        init
        {
            field = value;
            ExpiryLeeway = value.Max(scheme => scheme.ExpiryLeeway);
        }
    }

    public ImmutableArray<EnvironmentVariable> EnvironmentVariables { get; init; } = [];

    /// <summary>A harmless request that fails with an invalid credential; null where the manifest names none.</summary>
    public VerificationRequest? Verification { get; init; }

    /// <summary>What the service's answers mean whatever the action; every action's own rules end with these.</summary>
    public ImmutableArray<ErrorRule> Errors { get; init; } = [];

    /// <summary>How an answer becomes a result where the action does not say otherwise.</summary>
    public ResponseRules Response { get; init; } = new();

    /// <summary>The actions in the order of the manifest.</summary>
    public required ToolActions Actions { get; init; }

    /// <summary>
    /// The action with this name or alias. The name of its function is one as well, whole or without <c>tool_</c> before it, also where that name has a hash.
    /// NotFound names what may have been meant.
    /// </summary>
    public Result<ActionDefinition> FindAction(string name)
    {
        var prefix = Name + "_";
        var isFunction = name.StartsWith(prefix, StringComparison.Ordinal);
        if (Actions.ByName.TryGetValue(name, out var action) || (isFunction && Actions.ByName.TryGetValue(name[prefix.Length..], out action))) return action;
        if (FunctionNames.MayHaveHash(name) && FindHashed(name, prefix + name) is { } hashed) return hashed;
        return CatalogErrors.ActionNotFound(Name, name, NearestNames.Of(isFunction ? name[prefix.Length..] : name, Actions.Select(one => one.Name)));
    }

    private ActionDefinition? FindHashed(string whole, string behind) =>
        Actions.FirstOrDefault(one => FunctionNames.Of(Name, one.Name) is var name && (name == whole || name == behind))
        ?? Actions.FirstOrDefault(one => FunctionNames.Apart(Name, one.Name) is var name && (name == whole || name == behind));

    /// <summary>False when a person connects it without any credential.</summary>
    public bool RequiresAuth => Auth[0].Kind != AuthKind.None;

    /// <summary>How long before its end a token of this tool counts as used up.</summary>
    public TimeSpan ExpiryLeeway { get; private init; }

    /// <summary>The scheme with this id, or null: a credential may be older than the manifest.</summary>
    public AuthScheme? FindScheme(string id)
    {
        foreach (var scheme in Auth)
            if (scheme.Id == id) return scheme;
        return null;
    }

    /// <summary>
    /// The scheme that a caller begins to connect by: the one of this name, or the first that needs nothing typed in; null where there is none.
    /// </summary>
    public AuthScheme? FindStartable(string? name) => Auth.FirstOrDefault(scheme =>
        scheme.Kind is AuthKind.OAuth2 or AuthKind.Manual or AuthKind.None && (name is null || scheme.Name == name));
}

/// <summary>Where a tool is served.</summary>
/// <param name="Url">The base of every request; may hold <c>{connection_field}</c>.</param>
/// <param name="AllowedHosts">Further hosts for requests and redirects; <c>*.</c> in front covers subdomains.</param>
/// <param name="Headers">Sent with every request.</param>
public sealed record ToolServer(UrlTemplate Url, ImmutableArray<string> AllowedHosts, ImmutableArray<KeyValuePair<string, string>> Headers);

/// <summary>A request that only shows whether a credential is good, and whose it is.</summary>
/// <param name="Label">Where the answer has what the service calls the account, the best place first; empty where it does not say.</param>
public sealed record VerificationRequest(string Method, string Path, ImmutableArray<JsonPath> Label);

/// <summary>What an operator sets for a tool, such as the OAuth client's id.</summary>
/// <param name="Setting">The part behind <c>Tools:&lt;name&gt;:</c> that it fills; null where it fills none.</param>
public sealed record EnvironmentVariable(string Name, string Description, string? SampleFormat, bool IsRequired, bool IsSecret, string? Setting);
