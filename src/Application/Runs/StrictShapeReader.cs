using System.Collections.Immutable;
using System.Text.Json;

namespace ModuleX.Application.Runs;

/// <summary>Reads the shape of a schema. References are followed; what only limits values is left to the check of the arguments.</summary>
internal sealed class StrictShapeReader(JsonElement root)
{
    /// <summary>As deep as OpenAI takes a schema (https://platform.openai.com/docs/guides/structured-outputs). What lies deeper becomes JSON text.</summary>
    public const int MaximumDepth = 10;

    /// <summary>References that fan out could make a small schema a huge one.</summary>
    private const int MaximumShapes = 5000;

    private static readonly string[] Inner = ["anyOf", "oneOf", "allOf", "if", "then", "else", "dependentSchemas", "not"];
    private static readonly string[] AnyPlain = ["string", "number", "boolean"];

    private readonly HashSet<string> _following = [];
    private int _made;

    public StrictShape.Members Read() => MembersOf(root, 0);

    private StrictShape Of(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object) return new StrictShape.Text([.. AnyPlain]);
        if (depth > MaximumDepth || ++_made > MaximumShapes) return TextFor(schema, []);
        var shape = schema.TryGetProperty("$ref", out var reference) ? OfReference(schema, reference.GetString()!, depth) : OfParts(schema, depth);
        return DescriptionOf(schema) is { } description ? shape with { Description = description } : shape;
    }

    private StrictShape OfReference(JsonElement schema, string reference, int depth)
    {
        if (SchemaReference.Find(root, reference) is not { } target || HasOwnShape(schema) || !_following.Add(reference)) return TextFor(schema, []);
        var shape = Of(target, depth);
        _following.Remove(reference);
        return shape;
    }

    private StrictShape OfParts(JsonElement schema, int depth)
    {
        var types = TypesOf(schema);
        if (types.IsEmpty)
        {
            if (schema.TryGetProperty("allOf", out var all) && all.GetArrayLength() == 1) return Of(all[0], depth);
            if (AlternativesOf(schema) is { } alternatives) return UnionOf([.. alternatives.EnumerateArray().Select(one => Of(one, depth))]);
            return TextFor(schema, Inner.Any(keyword => schema.TryGetProperty(keyword, out _)) ? [] : [.. AnyPlain]);
        }
        var shapes = ImmutableArray.CreateBuilder<StrictShape>();
        ImmutableArray<string> plain = [.. types.Where(type => type is not ("object" or "array"))];
        if (!plain.IsEmpty) shapes.Add(new StrictShape.Plain(schema, plain));
        if (types.Contains("object")) shapes.Add(IsDescribed(schema) ? MembersOf(schema, depth) : TextFor(schema, []));
        if (types.Contains("array")) shapes.Add(ListOf(schema, depth));
        return UnionOf(shapes.ToImmutable());
    }

    private StrictShape.Members MembersOf(JsonElement schema, int depth)
    {
        // An action that takes nothing may leave them out.
        if (!schema.TryGetProperty("properties", out var properties)) return new(schema, []);
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        return new(schema, [.. properties.EnumerateObject().Select(property =>
            new Member(property.Name, Of(property.Value, depth + 1), required.Contains(property.Name), TakesNull(property.Value, depth)))]);
    }

    private StrictShape ListOf(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("items", out var items) || schema.TryGetProperty("prefixItems", out _)) return TextFor(schema, []);
        var shape = Of(items, depth + 1);
        return shape is StrictShape.Text ? TextFor(schema, []) : new StrictShape.List(schema, shape);
    }

    /// <summary>One alternative that has to be JSON text makes text of all that is no plain value: a model must not guess which text is which.</summary>
    private static StrictShape UnionOf(ImmutableArray<StrictShape> shapes)
    {
        if (shapes.Length == 1) return shapes[0];
        if (shapes.Any(shape => shape is StrictShape.Text)) return new StrictShape.Text([.. shapes.SelectMany(PlainTypesOf).Distinct()]);
        return new StrictShape.Union([.. shapes.SelectMany(shape => shape is StrictShape.Union union ? union.Alternatives : [shape])]);
    }

    private static IEnumerable<string> PlainTypesOf(StrictShape shape) => shape switch
    {
        StrictShape.Plain plain => plain.Types,
        StrictShape.Text text => text.Types,
        StrictShape.Union union => union.Alternatives.SelectMany(PlainTypesOf),
        _ => [],
    };

    private static StrictShape.Text TextFor(JsonElement schema, ImmutableArray<string> types) => new(types) { Description = DescriptionOf(schema) };

    private static string? DescriptionOf(JsonElement schema) =>
        schema.TryGetProperty("description", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    /// <summary>What is said, or what the words and the other keywords say.</summary>
    private static ImmutableArray<string> TypesOf(JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type))
            return type.ValueKind == JsonValueKind.String ? [type.GetString()!] : [.. type.EnumerateArray().Select(one => one.GetString()!)];
        if (schema.TryGetProperty("enum", out var words)) return [.. words.EnumerateArray().Select(TypeOf).Distinct()];
        if (schema.TryGetProperty("const", out var word)) return [TypeOf(word)];
        if (schema.TryGetProperty("properties", out _)) return ["object"];
        return schema.TryGetProperty("items", out _) ? ["array"] : [];
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    private static JsonElement? AlternativesOf(JsonElement schema) =>
        schema.TryGetProperty("anyOf", out var any) && !schema.TryGetProperty("oneOf", out _) ? any
        : schema.TryGetProperty("oneOf", out var one) && !schema.TryGetProperty("anyOf", out _) ? one
        : null;

    /// <summary>True where a closed list of members loses none: no members of any name, and none that only a condition names.</summary>
    private static bool IsDescribed(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out _) || schema.TryGetProperty("const", out _) || schema.TryGetProperty("patternProperties", out _)) return false;
        var isClosed = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False;
        if (others.ValueKind == JsonValueKind.Object) return false;
        if (!schema.TryGetProperty("properties", out var properties)) return isClosed;
        return !Inner.Any(keyword => schema.TryGetProperty(keyword, out var inner) && NamesOthers(inner, properties));
    }

    private static bool NamesOthers(JsonElement inner, JsonElement properties) => inner.ValueKind switch
    {
        JsonValueKind.Array => inner.EnumerateArray().Any(one => NamesOthers(one, properties)),
        JsonValueKind.Object => inner.TryGetProperty("$ref", out _)
            || (inner.TryGetProperty("properties", out var own) && own.EnumerateObject().Any(property => !properties.TryGetProperty(property.Name, out _)))
            || inner.EnumerateObject().Any(property => property.Name != "properties" && NamesOthers(property.Value, properties)),
        _ => false,
    };

    /// <summary>Something stands beside a reference that is more than words about it.</summary>
    private static bool HasOwnShape(JsonElement schema) =>
        schema.EnumerateObject().Any(keyword =>
            keyword.Name is "properties" or "items" or "anyOf" or "oneOf" or "allOf" or "patternProperties" or "additionalProperties");

    /// <summary>Whether null is a value here. Where that can't be told, it is none: that is what models mean by it.</summary>
    private bool TakesNull(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object) return schema.ValueKind == JsonValueKind.True;
        if (depth > MaximumDepth) return false;
        if (schema.TryGetProperty("$ref", out var reference))
            return SchemaReference.Find(root, reference.GetString()!) is { } target && TakesNull(target, depth + 1);
        if (TypesOf(schema) is { IsEmpty: false } types)
            return types.Contains("null")
                && (!schema.TryGetProperty("enum", out var words) || words.EnumerateArray().Any(word => word.ValueKind == JsonValueKind.Null));
        if (AlternativesOf(schema) is { } alternatives) return alternatives.EnumerateArray().Any(one => TakesNull(one, depth + 1));
        if (schema.TryGetProperty("allOf", out var all)) return all.EnumerateArray().All(one => TakesNull(one, depth + 1));
        return true;
    }
}
