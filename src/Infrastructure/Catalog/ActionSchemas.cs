using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog.Schemas;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Compiles the parameters' schemas of a manifest, once: the checks want to know whether they are good, and the tool keeps them.</summary>
internal static class ActionSchemas
{
    /// <summary>One schema an action, in the order of the manifest, or the problems of all that are not good.</summary>
    public static Result<ImmutableArray<JsonSchema>> Compile(JsonElement manifest)
    {
        var schemas = ImmutableArray.CreateBuilder<JsonSchema>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (action, index) in manifest.Items("actions").Select((action, index) => (action, index)))
        {
            if (JsonSchema.Compile(action.GetProperty("parameters")).Failed(out var error, out var schema))
                problems.AddRange(error.Problems.Select(problem => new Problem($"/actions/{index}/parameters{problem.Pointer}", problem.Message)));
            else schemas.Add(schema);
        }
        return problems.Count == 0 ? schemas.ToImmutable() : ManifestReader.Invalid(problems.ToImmutable());
    }
}
