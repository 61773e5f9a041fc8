using System.Collections.Frozen;
using System.Numerics;
using System.Text.Json;
using ModuleX.Infrastructure.JsonSchema.Keywords;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>The keywords there are: those that are carried out, those that only inform, and those that are refused by name.</summary>
internal static class Vocabulary
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>In the order in which they are asked and explained: cheap ones first, and the type before everything.</summary>
    private static readonly (string[] Keywords, Func<SchemaSite, Keyword?> Read)[] Readers =
    [
        (["type"], TypeKeyword.Read),
        (["const"], EnumKeyword.ReadConst),
        (["enum"], EnumKeyword.Read),
        (["minimum"], RangeKeyword.ReadMinimum),
        (["exclusiveMinimum"], RangeKeyword.ReadExclusiveMinimum),
        (["maximum"], RangeKeyword.ReadMaximum),
        (["exclusiveMaximum"], RangeKeyword.ReadExclusiveMaximum),
        (["multipleOf"], MultipleOfKeyword.Read),
        (["minLength"], SizeKeyword.Of("minLength", JsonValueKind.String, "character")),
        (["maxLength"], SizeKeyword.Of("maxLength", JsonValueKind.String, "character")),
        (["pattern"], PatternKeyword.Read),
        (["minItems"], SizeKeyword.Of("minItems", JsonValueKind.Array, "item")),
        (["maxItems"], SizeKeyword.Of("maxItems", JsonValueKind.Array, "item")),
        (["minProperties"], SizeKeyword.Of("minProperties", JsonValueKind.Object, "property")),
        (["maxProperties"], SizeKeyword.Of("maxProperties", JsonValueKind.Object, "property")),
        (["required"], RequiredKeyword.Read),
        (["dependentRequired"], DependentRequiredKeyword.Read),
        (["propertyNames"], PropertyNamesKeyword.Read),
        (["properties", "patternProperties", "additionalProperties"], PropertiesKeyword.Read),
        (["prefixItems", "items"], ItemsKeyword.Read),
        (["contains", "minContains", "maxContains"], ContainsKeyword.Read),
        (["uniqueItems"], UniqueItemsKeyword.Read),
        (["$ref"], RefKeyword.Read),
        (["allOf"], AllOfKeyword.Read),
        (["if", "then", "else"], IfKeyword.Read),
        (["dependentSchemas"], DependentSchemasKeyword.Read),
        (["anyOf"], AnyOfKeyword.Read),
        (["oneOf"], OneOfKeyword.Read),
        (["not"], NotKeyword.Read),
    ];

    /// <summary>Which of the readers a keyword is for.</summary>
    private static readonly FrozenDictionary<string, int> Places = Readers
        .SelectMany((reader, place) => reader.Keywords.Select(keyword => KeyValuePair.Create(keyword, place))).ToFrozenDictionary();

    /// <summary>Those that only inform, or are read with the schema itself.</summary>
    private static readonly FrozenSet<string> Informing = FrozenSet.Create(
        "$defs", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$schema", "$id",
        "format", "contentEncoding", "contentMediaType", "contentSchema");

    private static readonly FrozenDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["unevaluatedProperties"] = "is not supported; additionalProperties is",
        ["unevaluatedItems"] = "is not supported; items is",
        ["$dynamicRef"] = "is not supported; $ref is",
        ["$dynamicAnchor"] = "is not supported; $ref takes JSON pointers",
        ["$anchor"] = "is not supported; $ref takes JSON pointers",
        ["$vocabulary"] = "is not supported",
        ["$recursiveRef"] = "belongs to an older draft; $ref takes its place",
        ["$recursiveAnchor"] = "belongs to an older draft",
        ["definitions"] = "belongs to an older draft; $defs takes its place",
        ["dependencies"] = "belongs to an older draft; dependentRequired and dependentSchemas take its place",
        ["additionalItems"] = "belongs to an older draft; items takes its place",
        ["id"] = "belongs to an older draft; $id takes its place",
        ["nullable"] = "is not JSON Schema; \"type\": [..., \"null\"] takes its place",
    }.ToFrozenDictionary();

    /// <summary>What a schema with these keywords asks of a value, in the order of the readers.</summary>
    public static Keyword[] Read(SchemaSite site, IEnumerable<string> keywords)
    {
        var asked = 0UL;
        foreach (var keyword in keywords)
            if (Places.TryGetValue(keyword, out var place))
                asked |= 1UL << place;

        var read = new List<Keyword>(BitOperations.PopCount(asked));
        for (; asked != 0; asked &= asked - 1)
            if (Readers[BitOperations.TrailingZeroCount(asked)].Read(site) is { } keyword)
                read.Add(keyword);
        return [.. read];
    }

    /// <summary>Why a schema can't have a keyword; null where it can.</summary>
    public static string? RefusalOf(string keyword) =>
        Places.ContainsKey(keyword) || Informing.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal)
            ? null
            : Refused.GetValueOrDefault(keyword, "is not a keyword of JSON Schema 2020-12");
}
