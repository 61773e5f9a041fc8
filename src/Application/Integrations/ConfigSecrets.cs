using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>Which values of a configuration are secret, and what stands in their place for those who may not see them.</summary>
internal static class ConfigSecrets
{
    public const string Hidden = "***";

    private static readonly ImmutableArray<string> SecretWords = ["password", "secret", "token", "key", "credential"];

    /// <summary>A copy with <see cref="Hidden"/> for every secret, at any depth.</summary>
    /// <param name="tool">Null where it has left the catalog; then the names decide alone.</param>
    public static JsonObject Masked(ToolDefinition? tool, JsonObject config)
    {
        var marked = MarkedBy(tool);
        return (JsonObject)Masked(config, marked)!;
    }

    /// <summary>
    /// What is sent, with the stored value wherever a secret is sent as <see cref="Hidden"/>: a form that sends back what it was shown must not overwrite it.
    /// Invalid: nothing is stored there.
    /// </summary>
    public static Result<JsonObject> Filled(ToolDefinition? tool, JsonObject sent, JsonObject stored)
    {
        var (marked, problems) = (MarkedBy(tool), ImmutableArray.CreateBuilder<Problem>());
        var filled = (JsonObject)Filled(sent, stored, marked, ["config_data"], problems);
        return problems.Count == 0 ? filled : IntegrationForm.Invalid(problems.ToImmutable());
    }

    public static bool IsSecret(ToolDefinition tool, string name) => IsSecret(name, MarkedBy(tool));

    private static JsonNode? Masked(JsonNode? node, ImmutableHashSet<string> marked) => node switch
    {
        JsonObject members => new JsonObject(members.Select(pair =>
            KeyValuePair.Create(pair.Key, pair.Value is not null && IsSecret(pair.Key, marked) ? JsonValue.Create(Hidden) : Masked(pair.Value, marked)))),
        JsonArray items => new JsonArray([.. items.Select(item => Masked(item, marked))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode Filled(
        JsonNode sent, JsonNode? stored, ImmutableHashSet<string> marked, ImmutableArray<string> path, ImmutableArray<Problem>.Builder problems)
    {
        if (sent is JsonArray items)
            return new JsonArray([.. items.Select((item, index) => item is null ? null : Filled(item, null, marked, path.Add($"{index}"), problems))]);
        if (sent is not JsonObject members) return sent.DeepClone();
        var filled = new JsonObject();
        foreach (var (name, value) in members)
        {
            var kept = (stored as JsonObject)?[name];
            if (value is null || !(IsHidden(value) && IsSecret(name, marked))) filled[name] = value is null ? null
                : Filled(value, kept, marked, path.Add(name), problems);
            else if (kept is not null) filled[name] = kept.DeepClone();
            else problems.Add(new Problem(Problem.PointerTo([.. path, name]), $"{name} has no stored value that {Hidden} could keep"));
        }
        return filled;
    }

    private static bool IsHidden(JsonNode value) => value is JsonValue text && text.TryGetValue<string>(out var word) && word == Hidden;

    private static bool IsSecret(string name, ImmutableHashSet<string> marked) =>
        marked.Contains(name) || SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static ImmutableHashSet<string> MarkedBy(ToolDefinition? tool) => tool is null
        ? []
        : tool.EnvironmentVariables.Where(variable => variable.IsSecret).Select(variable => variable.Name)
            .Concat(tool.ConnectionFields.Where(field => field.IsSecret).Select(field => field.Name))
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}
