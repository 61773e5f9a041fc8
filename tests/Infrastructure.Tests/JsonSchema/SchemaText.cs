using System.Text.Json;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>Schemas and instances as tests write them.</summary>
internal static class SchemaText
{
    /// <summary>What is wrong with the instance, as <c>pointer: message</c>.</summary>
    public static string[] Problems(string schema, string instance) =>
        [.. CompiledSchema.Compile(JsonElement.Parse(schema)).Required().Validate(JsonElement.Parse(instance)).Select(problem => problem.ToString())];

    /// <summary>What is wrong with the schema itself.</summary>
    public static string[] Refusals(string schema) =>
        CompiledSchema.Compile(JsonElement.Parse(schema)).Failed(out var error, out _) ? [.. error.Problems.Select(problem => problem.ToString())] : [];
}
