using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>Why a schema is refused.</summary>
internal static class SchemaErrors
{
    public static Error Invalid(ImmutableArray<Problem> problems) =>
        new(ErrorKind.Invalid, "json_schema_invalid", "The JSON Schema can't be used as it is") { Problems = problems };
}
