using System.Collections.Frozen;
using System.Text.Json;
using ModuleX.Infrastructure.JsonSchema.Keywords;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>The keywords there are: those that are carried out, those that only inform, and those that are refused by name.</summary>
internal static class Vocabulary
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>In the order in which they are asked and explained: cheap ones first, and the type before everything.</summary>
    public static readonly Func<SchemaSite, Keyword?>[] Readers =
    [
        TypeKeyword.Read,
        EnumKeyword.ReadConst,
        EnumKeyword.Read,
        RangeKeyword.ReadMinimum,
        RangeKeyword.ReadExclusiveMinimum,
        RangeKeyword.ReadMaximum,
        RangeKeyword.ReadExclusiveMaximum,
        MultipleOfKeyword.Read,
        SizeKeyword.Of("minLength", JsonValueKind.String, "character"),
        SizeKeyword.Of("maxLength", JsonValueKind.String, "character"),
        PatternKeyword.Read,
        SizeKeyword.Of("minItems", JsonValueKind.Array, "item"),
        SizeKeyword.Of("maxItems", JsonValueKind.Array, "item"),
        SizeKeyword.Of("minProperties", JsonValueKind.Object, "property"),
        SizeKeyword.Of("maxProperties", JsonValueKind.Object, "property"),
        RequiredKeyword.Read,
        DependentRequiredKeyword.Read,
        PropertyNamesKeyword.Read,
        PropertiesKeyword.Read,
        ItemsKeyword.Read,
        ContainsKeyword.Read,
        UniqueItemsKeyword.Read,
        RefKeyword.Read,
        AllOfKeyword.Read,
        IfKeyword.Read,
        DependentSchemasKeyword.Read,
        AnyOfKeyword.Read,
        OneOfKeyword.Read,
        NotKeyword.Read,
    ];

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "type", "const", "enum", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "pattern", "minItems", "maxItems", "minProperties", "maxProperties", "required", "dependentRequired", "propertyNames",
        "properties", "patternProperties", "additionalProperties", "prefixItems", "items", "contains", "minContains", "maxContains",
        "uniqueItems", "$ref", "$defs", "allOf", "if", "then", "else", "dependentSchemas", "anyOf", "oneOf", "not",
        "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$schema", "$id",
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

    /// <summary>Why a schema can't have a keyword; null where it can.</summary>
    public static string? RefusalOf(string keyword) =>
        Known.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal)
            ? null
            : Refused.GetValueOrDefault(keyword, "is not a keyword of JSON Schema 2020-12");
}
