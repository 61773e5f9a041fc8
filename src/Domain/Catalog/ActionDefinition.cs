using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace ModuleX.Domain.Catalog;

/// <summary>One thing that a tool can do: what it takes, which request it makes and how the answer is read. Immutable.</summary>
public sealed record ActionDefinition
{
    /// <summary>Read when it is first asked for: of thousands of actions most are never run.</summary>
    private readonly Lazy<ParameterMembers> _members = null!;

    public required string Name { get; init; }

    /// <summary>Other names that execute it.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>What a model reads to decide whether to call it.</summary>
    public required string Description { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The schema of the parameters: an object.</summary>
    public required IParameterSchema Parameters
    {
        get;
        init
        {
            field = value;
            _members = new(() => new ParameterMembers(value.Source));
        }
    }

    /// <summary>The schema of each parameter, by its name.</summary>
    public FrozenDictionary<string, JsonElement> ParameterSchemas => _members.Value.Schemas;

    /// <summary>What is sent for a parameter that the caller leaves out.</summary>
    public FrozenDictionary<string, JsonElement> Defaults => _members.Value.Defaults;

    /// <summary>The parameters that a caller has to give.</summary>
    public FrozenSet<string> RequiredParameters => _members.Value.Required;

    /// <summary>Null for an action of the original manifest format that says no request: it is listed and can't be executed.</summary>
    public required RequestTemplate? Request { get; init; }

    public ActionBehaviour Behaviour { get; init; } = new(false, false, false, false);

    /// <summary>The OAuth scopes that it needs; they are named where the service only says that one is missing.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    public ResponseRules Response { get; init; } = new();

    /// <summary>What the service's answers mean, in the order in which they are tried: the action's own, then the tool's.</summary>
    public ImmutableArray<ErrorRule> Errors { get; init; } = [];

    /// <summary>How the service pages; null where it doesn't.</summary>
    public PaginationRules? Pagination { get; init; }

    /// <summary>How long a run may take, retries included; null for the server's default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>All tries together; only idempotent actions are tried again. Null for the server's default.</summary>
    public int? MaxAttempts { get; init; }
}

/// <summary>What a schema of parameters says of each.</summary>
internal sealed class ParameterMembers(JsonElement schema)
{
    public FrozenDictionary<string, JsonElement> Schemas { get; } = SchemasIn(schema);

    public FrozenDictionary<string, JsonElement> Defaults { get; } = SchemasIn(schema)
        .Where(pair => pair.Value.ValueKind == JsonValueKind.Object && pair.Value.TryGetProperty("default", out _))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.GetProperty("default"));

    public FrozenSet<string> Required { get; } = schema.TryGetProperty("required", out var required)
        ? required.EnumerateArray().Select(name => name.GetString()!).ToFrozenSet()
        : FrozenSet<string>.Empty;

    private static FrozenDictionary<string, JsonElement> SchemasIn(JsonElement schema) => schema.TryGetProperty("properties", out var properties)
        ? properties.EnumerateObject().ToFrozenDictionary(property => property.Name, property => property.Value)
        : FrozenDictionary<string, JsonElement>.Empty;
}

/// <summary>What an agent's owner should know of an action.</summary>
/// <param name="IsReadOnly">Changes nothing.</param>
/// <param name="IsDestructive">Removes or overwrites what can't be restored, or speaks to others in the person's name.</param>
/// <param name="IsIdempotent">Twice is the same as once, so it may be tried again; whatever only reads is.</param>
/// <param name="NeedsApproval">Destructive, and can't be taken back: a person should agree first.</param>
public sealed record ActionBehaviour(bool IsReadOnly, bool IsDestructive, bool IsIdempotent, bool NeedsApproval);

/// <summary>How a service pages. What it names are parameters of the action.</summary>
public sealed record PaginationRules(PaginationStyle Style, string? Parameter, string? SizeParameter, JsonPath? Next);

/// <summary>The ways to page that manifests name.</summary>
public enum PaginationStyle
{
    Page,
    Offset,
    Cursor,
    Link,
}

/// <summary>How an answer becomes a result.</summary>
public sealed record ResponseRules
{
    /// <summary>False: what is not JSON is a failure. True: it is the result, as text or base64.</summary>
    public bool AcceptsAnyContent { get; init; }

    /// <summary>The part that is the result; null for the whole answer.</summary>
    public JsonPath? Select { get; init; }

    /// <summary>What must be so for a success; null where the HTTP status tells.</summary>
    public SuccessRule? Success { get; init; }

    /// <summary>Null for the server's default.</summary>
    public long? MaxBytes { get; init; }
}

/// <summary>The value that the answer has at a path when it is a success.</summary>
/// <param name="Message">Where the answer says why it failed; null where it doesn't.</param>
public sealed record SuccessRule(JsonPath Path, JsonElement ExpectedValue, JsonPath? Message);
