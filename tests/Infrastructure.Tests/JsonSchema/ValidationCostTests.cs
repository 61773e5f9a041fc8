using System.Text.Json;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>A validation runs before every execution, on values of any caller.</summary>
public sealed class ValidationCostTests
{
    [Fact]
    public void Valid_instance_allocates_nothing()
    {
        var schema = Compile(
            """
            {
              "type": "object", "required": ["name"], "additionalProperties": false, "maxProperties": 9, "propertyNames": { "pattern": "^[a-z_]+$" },
              "properties": {
                "name": { "type": "string", "minLength": 1, "maxLength": 300, "pattern": "^[^\\r\\n]*$" },
                "state": { "enum": ["open", "closed"] },
                "count": { "anyOf": [{ "type": "null" }, { "type": "integer", "minimum": 1, "multipleOf": 5 }] },
                "tags": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/$defs/tag" }, "contains": { "const": "b" } }
              },
              "patternProperties": { "^on_": { "oneOf": [{ "type": "boolean" }, { "const": { "a": [1] } }] } },
              "if": { "required": ["state"] }, "then": { "required": ["count"] }, "dependentRequired": { "tags": ["name"] },
              "$defs": { "tag": { "type": "string", "not": { "const": "x" } } }
            }
            """);
        var instance = JsonElement.Parse(
            $$"""{ "name": "{{new string('n', 290)}}\u0041", "state": "open", "count": 15, "tags": ["a", "b", "\u0063"], "on_push": { "a": [1.0] } }""");
        schema.Validate(instance).ShouldBeEmpty();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            schema.Validate(instance);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Alternatives_that_double_at_every_level_are_given_up()
    {
        var schema = Compile(
            """
            {
              "anyOf": [{ "properties": { "a": { "$ref": "#" } }, "allOf": [false] }, { "properties": { "a": { "$ref": "#" } }, "type": "object" }],
              "properties": { "z": false }
            }
            """);
        var instance = Nested("""{ "a": """, "1", "}", 60);

        schema.Validate(instance).ShouldHaveSingleItem().Message.ShouldBe("is too deep or too large to be checked against its schema");
    }

    [Fact]
    public void Deepest_document_is_checked_to_its_end()
    {
        var schema = Compile(
            """{ "properties": { "a": { "$ref": "#/$defs/again" } }, "type": "object", "$defs": { "again": { "allOf": [{ "$ref": "#" }] } } }""");

        schema.Validate(Nested("""{ "a": """, "1", "}", 63)).ShouldHaveSingleItem().Message.ShouldBe("must be an object");
    }

    [Fact]
    public void Document_deeper_than_a_stack_is_refused()
    {
        var schema = Compile("""{ "items": { "$ref": "#" } }""");
        var options = new JsonDocumentOptions { MaxDepth = 10_000 };
        using var document = JsonDocument.Parse(new string('[', 5_000) + new string(']', 5_000), options);

        schema.Validate(document.RootElement).ShouldHaveSingleItem().Message.ShouldBe("is too deep or too large to be checked against its schema");
    }

    [Fact]
    public void Long_chain_of_references_is_refused()
    {
        var links = Enumerable.Range(0, 20_000).Select(i => $$""" "{{i}}": { "$ref": "#/$defs/{{i + 1}}" } """);

        SchemaText.Refusals($$"""{ "$ref": "#/$defs/0", "$defs": { {{string.Join(',', links)}}, "20000": true } }""")
            .ShouldContain(problem => problem.EndsWith("leads through more than 100 references", StringComparison.Ordinal));
    }

    [Fact]
    public void Large_list_of_different_items_is_checked_quickly()
    {
        var schema = Compile("""{ "uniqueItems": true }""");
        var items = Enumerable.Range(0, 100_000).Select(i => $$"""{ "twice": 1, "twice": 1, "n": {{i}} }""");

        schema.Validate(JsonElement.Parse($"[{string.Join(',', items)}]")).ShouldBeEmpty();
    }

    private static CompiledSchema Compile(string schema) => CompiledSchema.Compile(JsonElement.Parse(schema)).Required();

    private static JsonElement Nested(string open, string core, string close, int depth) =>
        JsonElement.Parse(string.Concat(Enumerable.Repeat(open, depth)) + core + string.Concat(Enumerable.Repeat(close, depth)));
}
