using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Tests.Shared;

/// <summary>A schema that finds the problems it is given, whatever the instance is.</summary>
internal sealed class ASchema(string source, params ImmutableArray<Problem> problems) : IParameterSchema
{
    public JsonElement Source { get; } = JsonElement.Parse(source);

    public ImmutableArray<Problem> Validate(JsonElement instance) => problems;
}
