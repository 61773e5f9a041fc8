using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>A compiled JSON Schema (draft 2020-12). Immutable, and safe for any number of threads.</summary>
public sealed class CompiledSchema : IParameterSchema
{
    private static readonly Problem TooMuch = new("", "is too deep or too large to be checked against its schema");
    private static readonly Problem Absent = new("", "is required");

    private volatile Schema? _root;

    private CompiledSchema(JsonElement source, Schema? root)
    {
        Source = source;
        _root = root;
    }

    /// <inheritdoc/>
    public JsonElement Source { get; }

    /// <summary>
    /// Compiles a schema. The error's problems name every keyword that is malformed, unknown, or known and not supported,
    /// each with its JSON pointer into the schema.
    /// </summary>
    /// <param name="isKept">
    /// False where it may never be used: it is tried as ever, then thrown away, and compiled once more when the first value is to be checked.
    /// </param>
    public static Result<CompiledSchema> Compile(JsonElement schema, bool isKept = true)
    {
        if (schema.ValueKind is JsonValueKind.Undefined)
            return SchemaErrors.Invalid([Absent]);

        var source = schema.Clone();
        var compiler = new SchemaCompiler(source);
        var root = compiler.CompileRoot();
        return compiler.Problems.Count == 0
            ? new CompiledSchema(source, isKept ? root : null)
            : SchemaErrors.Invalid([.. compiler.Problems]);
    }

    /// <inheritdoc/>
    public ImmutableArray<Problem> Validate(JsonElement instance)
    {
        if (instance.ValueKind is JsonValueKind.Undefined)
            return [Absent];

        // Two threads that come first at once make the same; either is as good.
        var root = _root ??= new SchemaCompiler(Source).CompileRoot();
        var value = new Instance(instance);
        var effort = new Effort();
        var isValid = root.Accepts(value, ref effort);
        if (effort.IsSpent)
            return [TooMuch];

        return isValid ? [] : Explain(root, value);
    }

    private static ImmutableArray<Problem> Explain(Schema root, Instance value)
    {
        var report = new Report();
        root.Explain(value, "", report);
        return report.Problems.Count == 0 ? [TooMuch] : [.. report.Problems];
    }
}
