using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Runs;

/// <summary>The schemas that OpenAI's strict mode takes.</summary>
public sealed class StrictSchemaTests
{
    private static readonly string[] Allowed =
    [
        "type", "properties", "required", "additionalProperties", "items", "description", "enum", "const", "pattern", "format",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "anyOf",
    ];

    public static TheoryData<string> Tools => [.. ShippedManifests.Names];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Every_action_of_a_shipped_tool_has_a_strict_form(string tool)
    {
        var problems = ShippedManifests.ParametersOf(tool).SelectMany(action => ProblemsOf(StrictSchema.Of(action.Schema), action.Name)).ToList();

        problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void Optional_parameters_of_a_shipped_tool_can_be_null(string tool)
    {
        foreach (var (name, schema) in ShippedManifests.ParametersOf(tool))
        {
            var required = Names(schema, "required");
            foreach (var property in StrictSchema.Of(schema).GetProperty("properties").EnumerateObject().Where(property => !required.Contains(property.Name)))
            {
                Types(property.Value).ShouldContain("null", $"{name}.{property.Name}");
                if (property.Value.TryGetProperty("enum", out var values))
                    values.EnumerateArray().ShouldContain(value => value.ValueKind == JsonValueKind.Null);
            }
        }
    }

    [Fact]
    public void Optional_enum_gets_null_once_and_a_required_one_stays()
    {
        var strict = Of(
            """
            {
              "a": { "type": "string", "enum": ["x", "y"] },
              "b": { "type": "string", "enum": ["x"] },
              "c": { "type": ["string", "null"], "enum": ["x", null] }
            }
            """,
            "b");

        strict.GetProperty("a").GetRawText().ShouldBe("""{"type":["string","null"],"enum":["x","y",null]}""");
        strict.GetProperty("b").GetRawText().ShouldBe("""{"type":"string","enum":["x"]}""");
        strict.GetProperty("c").GetRawText().ShouldBe("""{"type":["string","null"],"enum":["x",null]}""");
    }

    [Fact]
    public void Keywords_that_strict_mode_does_not_know_are_left_out() =>
        Of("""{ "a": { "type": "string", "minLength": 1, "maxLength": 9, "default": "x", "title": "A", "examples": ["x"], "description": "An a." } }""", "a")
            .GetProperty("a").GetRawText().ShouldBe("""{"type":"string","description":"An a."}""");

    [Theory]
    [InlineData("""{ "type": "object", "description": "Any." }""")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "additionalProperties": { "type": "integer" }, "description": "Any." }""")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "oneOf": [{ "properties": { "b": {} } }], "description": "Any." }""")]
    [InlineData("""{ "allOf": [{ "properties": { "a": {} } }, { "properties": { "b": {} } }], "description": "Any." }""")]
    [InlineData("""{ "type": "array", "items": { "type": "object" }, "description": "Any." }""")]
    [InlineData("""{ "type": "array", "description": "Any." }""")]
    public void What_has_no_strict_form_becomes_json_text(string schema) =>
        Of($$"""{ "a": {{schema}} }""", "a").GetProperty("a").GetRawText().ShouldBe("""{"type":"string","description":"Any. As JSON text."}""");

    [Theory]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", """{"anyOf":[{"type":"string"},{"type":"integer"}]}""")]
    [InlineData("""{ "oneOf": [{ "type": "boolean" }, { "anyOf": [{ "type": "null" }, { "const": 1 }] }] }""",
        """{"anyOf":[{"type":"boolean"},{"type":"null"},{"type":"number","enum":[1]}]}""")]
    [InlineData("""{ "type": ["string", "integer"] }""", """{"type":["string","integer"]}""")]
    [InlineData("""{ "type": "string", "anyOf": [{ "minLength": 1 }] }""", """{"type":"string"}""")]
    [InlineData("""{ "enum": ["a", 1] }""", """{"type":["string","number"],"enum":["a",1]}""")]
    [InlineData("""{ "$ref": "#/$defs/short", "description": "Short." }""", """{"type":"string","description":"Short.","pattern":"^a"}""")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/short" }] }""", """{"type":"string","pattern":"^a"}""")]
    [InlineData("{ }", """{"type":["string","number","boolean","null"],"description":"An object or a list as JSON text."}""")]
    public void Plain_values_are_asked_for_as_they_are(string schema, string strict) =>
        StrictSchema.Of(
            JsonElement.Parse(
                $$$"""
                {
                  "type": "object",
                  "properties": { "a": {{{schema}}} },
                  "required": ["a"],
                  "$defs": { "short": { "type": "string", "pattern": "^a" } }
                }
                """))
            .GetProperty("properties").GetProperty("a").GetRawText().ShouldBe(strict);

    [Fact]
    public void Optional_union_gets_null_as_one_more_alternative() =>
        Of("""{ "a": { "anyOf": [{ "type": "string" }, { "type": "integer" }] } }""").GetProperty("a").GetRawText()
        .ShouldBe("""{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]}""");

    [Fact]
    public void Schema_that_refers_to_itself_ends_in_json_text()
    {
        var strict = StrictSchema.Of(JsonElement.Parse(
            """
            {
              "type": "object",
              "properties": { "tree": { "$ref": "#/$defs/node" } },
              "$defs": { "node": { "type": "object", "properties": { "name": { "type": "string" }, "left": { "$ref": "#/$defs/node" } } } }
            }
            """));

        strict.GetProperty("properties").GetProperty("tree").GetProperty("properties").GetProperty("left").GetRawText()
            .ShouldBe("""{"type":["string","null"],"description":"As JSON text."}""");
    }

    [Fact]
    public void References_that_fan_out_do_not_make_a_huge_schema()
    {
        var levels = string.Join(',', Enumerable.Range(0, 30).Select(level => $$"""
            "l{{level}}": { "type": "object", "properties": { {{string.Join(',', Enumerable.Range(0, 8).Select(number => $$"""
            "p{{number}}": { "$ref": "#/$defs/l{{level + 1}}" }
            """))}} } }
            """));

        StrictSchema.Of(
            JsonElement.Parse(
                $$"""{ "type": "object", "properties": { "a": { "$ref": "#/$defs/l0" } }, "$defs": { {{levels}}, "l30": { "type": "string" } } }"""))
            .GetRawText().Length.ShouldBeLessThan(2_000_000);
    }

    [Fact]
    public void Objects_inside_are_closed_too()
    {
        var inner = Of("""{ "list": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "integer" } } } } }""", "list")
            .GetProperty("list").GetProperty("items");

        inner.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        inner.GetProperty("required").GetRawText().ShouldBe("""["x"]""");
        inner.GetProperty("properties").GetProperty("x").GetProperty("type").GetRawText().ShouldBe("""["integer","null"]""");
    }

    private static JsonElement Of(string properties, params string[] required) => StrictSchema.Of(JsonElement.Parse(
        $$"""{ "type": "object", "properties": {{properties}}, "required": {{JsonSerializer.Serialize(required)}} }""")).GetProperty("properties");

    private static IEnumerable<string> ProblemsOf(JsonElement schema, string at)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Allowed.Contains(keyword.Name))) yield return $"{at}: {keyword.Name} is not allowed";
        if (schema.TryGetProperty("anyOf", out var alternatives))
        {
            foreach (var problem in alternatives.EnumerateArray().SelectMany(one => ProblemsOf(one, $"{at}|"))) yield return problem;
            yield break;
        }
        if (!schema.TryGetProperty("type", out _)) yield return $"{at}: has no type";
        if (Types(schema).Contains("object"))
        {
            if (!schema.TryGetProperty("additionalProperties", out var more) || more.ValueKind != JsonValueKind.False) yield return $"{at}: is open";
            var required = Names(schema, "required");
            foreach (var property in schema.GetProperty("properties").EnumerateObject())
            {
                if (!required.Contains(property.Name)) yield return $"{at}.{property.Name}: is not required";
                foreach (var problem in ProblemsOf(property.Value, $"{at}.{property.Name}")) yield return problem;
            }
        }
        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var problem in ProblemsOf(items, $"{at}[]")) yield return problem;
        }
    }

    private static HashSet<string> Names(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    private static List<string> Types(JsonElement schema) =>
        schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } types ? [.. types.EnumerateArray().Select(type => type.GetString()!)]
            : [schema.GetProperty("type").GetString()!];
}
