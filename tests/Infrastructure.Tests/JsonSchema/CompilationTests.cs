using System.Text.Json;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>What an author is told about a schema that can't be used.</summary>
public sealed class CompilationTests
{
    [Theory]
    [InlineData("""{ "minimum": "3" }""", "/minimum: must be a number")]
    [InlineData("""{ "maxLength": -1 }""", "/maxLength: must be an integer of 0 or more")]
    [InlineData("""{ "maxItems": 1.5 }""", "/maxItems: must be an integer of 0 or more")]
    [InlineData("""{ "multipleOf": 0 }""", "/multipleOf: must be a number above 0 with at most 18 digits")]
    [InlineData("""{ "type": "text" }""", "/type: must name types out of null, boolean, integer, number, string, array, object")]
    [InlineData("""{ "type": [] }""", "/type: must be an array of different strings")]
    [InlineData("""{ "required": ["a", "a"] }""", "/required: must be an array of different strings")]
    [InlineData("""{ "required": true }""", "/required: must be an array of different strings")]
    [InlineData("""{ "dependentRequired": { "a/b": "c" } }""", "/dependentRequired/a~1b: must be an array of different strings")]
    [InlineData("""{ "enum": "a" }""", "/enum: must be an array")]
    [InlineData("""{ "uniqueItems": 1 }""", "/uniqueItems: must be a boolean")]
    [InlineData("""{ "allOf": [] }""", "/allOf: must have at least 1 item")]
    [InlineData("""{ "items": [{}] }""", "/items: must be a schema: an object or a boolean")]
    [InlineData("""{ "properties": { "a": { "items": 3 } } }""", "/properties/a/items: must be a schema: an object or a boolean")]
    [InlineData("""{ "$schema": "http://json-schema.org/draft-07/schema#" }""", "/$schema: must be https://json-schema.org/draft/2020-12/schema")]
    [InlineData("""{ "$defs": { "a": { "$id": "b" } } }""", "/$defs/a/$id: is supported at the root only")]
    [InlineData("""{ "pattern": "a", "pattern": "b" }""", "/pattern: is written twice")]
    [InlineData("3", "(root): must be a schema: an object or a boolean")]
    public void Malformed_keyword_is_pointed_at(string schema, string problem) => SchemaText.Refusals(schema).ShouldBe([problem]);

    [Theory]
    [InlineData("""{ "properties": { "a": { "unevaluatedProperties": false } } }""",
        "/properties/a/unevaluatedProperties: is not supported; additionalProperties is")]
    [InlineData("""{ "$dynamicRef": "#a" }""", "/$dynamicRef: is not supported; $ref is")]
    [InlineData("""{ "definitions": {} }""", "/definitions: belongs to an older draft; $defs takes its place")]
    [InlineData("""{ "anyOf": [{ "requird": [] }] }""", "/anyOf/0/requird: is not a keyword of JSON Schema 2020-12")]
    public void Unknown_keyword_is_refused(string schema, string problem) => SchemaText.Refusals(schema).ShouldBe([problem]);

    [Fact]
    public void Annotations_and_extensions_are_ignored() =>
        SchemaText.Refusals(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/a", "$comment": "", "title": "", "description": "",
              "default": 1, "examples": [], "deprecated": false, "readOnly": true, "writeOnly": false, "format": "uri", "contentEncoding": "base64",
              "contentMediaType": "text/plain", "contentSchema": {}, "x-order": 3
            }
            """).ShouldBeEmpty();

    [Theory]
    [InlineData("#/$defs/b", "refers to #/$defs/b, which is not there")]
    [InlineData("#a", "refers to #a, which is not there")]
    [InlineData("other.json", "must be a reference within the schema, such as #/$defs/name")]
    public void Reference_that_leads_nowhere_is_refused(string reference, string problem) =>
        SchemaText.Refusals($$"""{ "items": { "$ref": "{{reference}}" }, "$defs": { "a": {} } }""").ShouldBe([$"/items/$ref: {problem}"]);

    [Theory]
    [InlineData("""{ "$ref": "#" }""", "(root)")]
    [InlineData("""{ "$defs": { "a": { "allOf": [{ "$ref": "#/$defs/b" }] }, "b": { "if": { "$ref": "#/$defs/a" } } } }""", "/$defs/a")]
    [InlineData("""{ "dependentSchemas": { "a": { "not": { "$ref": "#" } } } }""", "(root)")]
    public void Circle_without_progress_is_refused(string schema, string pointer) =>
        SchemaText.Refusals(schema).ShouldContain($"{pointer}: refers to itself without going deeper into the value");

    [Fact]
    public void Reference_into_its_own_tree_is_followed() =>
        SchemaText.Problems("""{ "type": "object", "properties": { "child": { "$ref": "#" } }, "additionalProperties": false }""",
            """{ "child": { "child": { "kid": {} } } }""")
            .ShouldBe(["/child/child/kid: is not allowed here"]);

    [Fact]
    public void Every_problem_of_a_schema_is_reported_at_once()
    {
        var schema = JsonElement.Parse("""{ "minimum": "3", "properties": { "a": { "pattern": "(" }, "b": { "nullable": true } } }""");
        var failed = CompiledSchema.Compile(schema).Failed(out var error, out _);

        failed.ShouldBeTrue();
        error!.Kind.ShouldBe(ErrorKind.Invalid);
        error.Problems.Select(problem => problem.Pointer).ShouldBe(["/minimum", "/properties/a/pattern", "/properties/b/nullable"], ignoreOrder: true);
    }

    [Fact]
    public void Schema_outlives_the_document_it_was_read_from()
    {
        CompiledSchema schema;
        using (var document = JsonDocument.Parse("""{ "enum": [1, { "a": 2 }], "minimum": 0 }"""))
            schema = CompiledSchema.Compile(document.RootElement).Required();

        schema.Validate(JsonElement.Parse("""{ "a": 2 }""")).ShouldBeEmpty();
        schema.Source.GetProperty("minimum").GetInt32().ShouldBe(0);
    }
}
