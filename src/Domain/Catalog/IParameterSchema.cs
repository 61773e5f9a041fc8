using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Catalog;

/// <summary>The compiled JSON Schema (draft 2020-12) of an action's parameters. Immutable, and safe for any number of threads.</summary>
public interface IParameterSchema
{
    /// <summary>The schema as it was written; lives as long as this object.</summary>
    JsonElement Source { get; }

    /// <summary>
    /// The problems of the instance, each with its JSON pointer; empty when it is valid. They end after the first hundred.
    /// It runs before every execution: a valid instance costs no allocation, and no pattern or value can make it run without end.
    /// </summary>
    ImmutableArray<Problem> Validate(JsonElement instance);
}
