using System.Text.Json;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.JsonSchema.Keywords;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>Turns one JSON document into schemas that refer to each other, and collects everything that is wrong with it.</summary>
internal sealed class SchemaCompiler(JsonElement root)
{
    private const int MostLevels = 100;

    /// <summary>By their JSON pointer: a reference and the place it leads to share one.</summary>
    private readonly Dictionary<string, Schema> _schemas = [];
    private readonly HashSet<string> _compiled = [];
    private readonly Queue<(string Pointer, string At)> _references = [];
    private int _level;

    public List<Problem> Problems { get; } = [];

    public Schema CompileRoot()
    {
        var schema = Compile(root, "");

        // Not while the reference is read: a chain of thousands of them would be as many calls deep, and most lead to what is compiled by now.
        var hasReferences = _references.Count > 0;
        while (_references.TryDequeue(out var reference))
            Follow(reference.Pointer, reference.At);

        // Without references there is no circle, and no way deeper than what is nested.
        if (hasReferences && Problems.Count == 0)
            Problems.AddRange(new CircleSearch(_schemas).Problems);
        return schema;
    }

    public Schema Compile(JsonElement written, string at)
    {
        var schema = SchemaAt(at);
        if (!_compiled.Add(at))
            return schema;

        _level++;
        if (_level > MostLevels)
            Refuse(at, "is nested too deeply");
        else if (written.ValueKind is JsonValueKind.Object)
            schema.Complete(Keywords(written, at));
        else if (written.ValueKind is JsonValueKind.True or JsonValueKind.False)
            schema.Complete(acceptsEverything: written.GetBoolean());
        else
            Refuse(at, "must be a schema: an object or a boolean");
        _level--;
        return schema;
    }

    public void Refuse(string pointer, string message) => Problems.Add(new Problem(pointer, message));

    /// <summary>The schema that a reference leads to; null where it can't lead anywhere.</summary>
    public Schema? Refer(string reference, string at)
    {
        if (!reference.StartsWith('#'))
        {
            Refuse(at, "must be a reference within the schema, such as #/$defs/name");
            return null;
        }

        var pointer = Uri.UnescapeDataString(reference[1..]);
        _references.Enqueue((pointer, at));
        return SchemaAt(pointer);
    }

    private void Follow(string pointer, string at)
    {
        if (_compiled.Contains(pointer))
            return;

        if (JsonPointer.TryResolve(root, pointer, out var found))
            Compile(found.Value, pointer);
        else
            Refuse(at, $"refers to #{pointer}, which is not there");
    }

    private Schema SchemaAt(string pointer)
    {
        if (!_schemas.TryGetValue(pointer, out var schema))
            _schemas[pointer] = schema = new Schema();
        return schema;
    }

    private Keyword[] Keywords(JsonElement written, string at)
    {
        var keywords = new Dictionary<string, JsonElement>();
        foreach (var property in written.EnumerateObject())
        {
            var name = Text.NameOf(property);
            if (!keywords.TryAdd(name, property.Value))
                Refuse(JsonPointer.Append(at, name), "is written twice");
            else if (Vocabulary.RefusalOf(name) is { } refusal)
                Refuse(JsonPointer.Append(at, name), refusal);
        }

        var site = new SchemaSite(this, at, keywords);
        ReadIdentity(site, at);
        site.SchemaMap("$defs");
        return Vocabulary.Read(site, keywords.Keys);
    }

    private static void ReadIdentity(SchemaSite site, string at)
    {
        if (site.Text("$schema") is { } dialect && dialect.TrimEnd('#') != Vocabulary.Dialect)
            site.Refuse("$schema", $"must be {Vocabulary.Dialect}");

        // Below the root it would change what every reference means.
        if (site.Text("$id") is not null && at.Length > 0)
            site.Refuse("$id", "is supported at the root only");
    }
}
