using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>
/// Compiles the parameters' schemas of a manifest to know whether they are good. Of thousands most are never used, so what was made is not kept.
/// </summary>
internal static class ActionSchemas
{
    /// <summary>One schema an action, in the order of the manifest, or the problems of all that are not good.</summary>
    public static Result<ImmutableArray<CompiledSchema>> Compile(JsonElement manifest)
    {
        var schemas = ImmutableArray.CreateBuilder<CompiledSchema>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (action, index) in manifest.Items("actions").Select((action, index) => (action, index)))
        {
            if (CompiledSchema.Compile(Closed(action.GetProperty("parameters")), isKept: false).Failed(out var error, out var schema))
                problems.AddRange(error.Problems.Select(problem => new Problem($"/actions/{index}/parameters{problem.Pointer}", problem.Message)));
            else schemas.Add(schema);
        }
        return problems.Count == 0 ? schemas.ToImmutable() : ManifestReader.Invalid(problems.ToImmutable());
    }

    /// <summary>
    /// A parameter that is not named goes into no request, so it is refused also where the schema does not say so: dropped in silence, a misspelt
    /// filter would list everything. A schema whose alternatives name further parameters stays as it is; closed here, it would refuse those.
    /// </summary>
    private static JsonElement Closed(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || schema.TryGetProperty("additionalProperties", out _)) return schema;
        if (schema.TryGetProperty("$ref", out _)) return schema;
        var named = NamesIn(schema).ToHashSet();
        if (Inner(schema).SelectMany(NamesOfAll).Any(name => !named.Contains(name))) return schema;
        var closed = JsonObject.Create(schema)!;
        closed["additionalProperties"] = false;
        return JsonElement.Parse(closed.ToJsonString());
    }

    private static IEnumerable<string> NamesOfAll(JsonElement schema) => NamesIn(schema).Concat(Inner(schema).SelectMany(NamesOfAll));

    private static IEnumerable<string> NamesIn(JsonElement schema) => schema.Members("properties").Select(property => property.Name);

    /// <summary>The schemas that speak of the same object.</summary>
    private static IEnumerable<JsonElement> Inner(JsonElement schema) =>
    [
        .. new[] { "if", "then", "else" }.Select(name => schema.Member(name)).OfType<JsonElement>(),
        .. new[] { "allOf", "anyOf", "oneOf" }.SelectMany(name => schema.Items(name)),
        .. schema.Members("dependentSchemas").Select(needed => needed.Value),
    ];
}
