using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

/// <summary>The arguments of an execution, held against the real schema of the action.</summary>
public sealed class ActionArgumentsTests
{
    private static readonly ActionDefinition Action = Tools.Taking("find",
        """
        {
          "type": "object",
          "properties": {
            "q": { "type": "string", "minLength": 2 },
            "page": { "type": "integer", "minimum": 1, "default": 1 },
            "note": { "type": ["string", "null"] },
            "filter": { "type": "object" },
            "rows": { "type": "array", "items": { "type": "object" } }
          },
          "required": ["q"],
          "additionalProperties": false
        }
        """);

    private static readonly ActionDefinition Deep = Tools.Taking("plan",
        """
        {
          "type": "object",
          "properties": {
            "start": {
              "type": "object",
              "properties": {
                "dateTime": { "type": "string" }, "date": { "type": "string" }, "timeZone": { "type": "string" },
                "nothing": { "type": ["string", "null"] }, "free": { "type": "object" }
              }
            },
            "guests": { "type": "array", "items": { "$ref": "#/$defs/guest" } },
            "either": {
              "oneOf": [
                {
                  "type": "object", "required": ["kind"], "additionalProperties": false,
                  "properties": { "kind": { "const": "a" }, "size": { "type": ["integer", "null"] } }
                },
                {
                  "type": "object", "required": ["kind"], "additionalProperties": false,
                  "properties": { "kind": { "const": "b" }, "size": { "type": "integer" }, "other": { "type": "integer" } }
                }
              ]
            },
            "when": { "anyOf": [{ "type": "string" }, { "type": "integer" }] }
          },
          "$defs": { "guest": { "type": "object", "properties": { "email": { "type": "string" }, "note": { "type": "string" } }, "required": ["email"] } }
        }
        """);

    [Fact]
    public void Argument_is_what_was_given_and_a_default_what_was_not()
    {
        var arguments = Read("""{ "q": "ada" }""").Required();

        Text(arguments, "q").ShouldBe("\"ada\"");
        Text(arguments, "page").ShouldBe("1");
        Text(arguments, "filter").ShouldBeNull();
    }

    [Fact]
    public void Null_for_an_optional_parameter_is_left_out()
    {
        var arguments = Read("""{ "q": "ada", "page": null, "filter": null }""").Required();

        Text(arguments, "page").ShouldBe("1");
        Text(arguments, "filter").ShouldBeNull();
    }

    [Fact]
    public void Null_that_the_schema_allows_is_sent() => Text(Read("""{ "q": "ada", "note": null }""").Required(), "note").ShouldBe("null");

    [Fact]
    public void Null_for_a_required_parameter_is_a_problem() => Read("""{ "q": null }""").Error!.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/q");

    [Theory]
    [InlineData("filter", """{"a":{"b":[1,2]}}""")]
    [InlineData("rows", """[{"a":1}]""")]
    public void Json_text_for_a_free_form_parameter_becomes_what_it_says(string name, string json)
    {
        var given = JsonSerializer.Serialize(new Dictionary<string, string> { ["q"] = "ada", [name] = json });

        Text(Read(given).Required(), name).ShouldBe(json);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"a\":")]
    [InlineData("7")]
    public void Text_that_is_no_object_stays_text_and_is_a_problem(string text) =>
        Read(JsonSerializer.Serialize(new { q = "ada", filter = text })).Error!.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/filter");

    [Fact]
    public void Json_text_for_a_string_stays_text() => Text(Read("""{ "q": "{\"a\":1}" }""").Required(), "q").ShouldStartWith("\"");

    [Fact]
    public void Every_problem_is_told_at_once_with_its_place()
    {
        var error = Read("""{ "q": "a", "page": 0, "colour": "red", "rows": [1] }""").Error.ShouldNotBeNull();

        error.Problems.Select(problem => problem.Pointer).ShouldBe(["/q", "/page", "/colour", "/rows/0"], ignoreOrder: true);
        error.Message.ShouldStartWith("Invalid parameters for github.find: ");
    }

    [Theory]
    [InlineData("""{ "q": "ada\ud800" }""")]
    [InlineData("""{ "q": "ada", "filter": { "\udfff": 1 } }""")]
    public void Half_of_a_surrogate_pair_is_a_problem(string given) => Read(given).Error.ShouldNotBeNull().Code.ShouldBe(RunErrors.ParametersInvalidCode);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"q\"")]
    [InlineData("7")]
    public void Anything_but_an_object_is_a_problem_of_the_whole(string given) => Read(given).Error!.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("");

    [Fact]
    public void Nothing_and_null_are_an_empty_object()
    {
        ActionArguments.Read("github", Tools.Taking("ping", """{ "type": "object" }"""), default).Error.ShouldBeNull();
        ActionArguments.Read("github", Tools.Taking("ping", """{ "type": "object" }"""), JsonElement.Parse("null")).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "start": { "dateTime": "x", "date": null, "timeZone": null } }""", "start", """{"dateTime":"x"}""")]
    [InlineData("""{ "guests": [{ "email": "a", "note": null }, { "email": "b", "note": "n" }] }""", "guests", """[{"email":"a"},{"email":"b","note":"n"}]""")]
    [InlineData("""{ "start": { "dateTime": null, "date": null, "nothing": null } }""", "start", """{"nothing":null}""")]
    [InlineData("""{ "either": { "kind": "b", "size": null, "other": 1 } }""", "either", """{"kind":"b","other":1}""")]
    [InlineData("""{ "start": { "free": { "a": null } } }""", "start", """{"free":{"a":null}}""")]
    [InlineData("""{ "start": { "free": "{\"a\":null}" } }""", "start", """{"free":{"a":null}}""")]
    public void Null_is_left_out_at_every_depth_where_the_schema_does_not_take_it(string given, string name, string meant) =>
        JsonElement.DeepEquals(JsonElement.Parse(Text(ReadDeep(given).Required(), name)!), JsonElement.Parse(meant)).ShouldBeTrue();

    [Theory]
    [InlineData("""{ "guests": [null] }""", "/guests/0")]
    [InlineData("""{ "guests": [{ "email": null }] }""", "/guests/0/email")]
    public void Null_for_what_has_to_be_there_is_a_problem_at_every_depth(string given, string pointer) =>
        ReadDeep(given).Error.ShouldNotBeNull().Problems.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);

    [Theory]
    [InlineData("\"2026-01-01\"")]
    [InlineData("\"42\"")]
    [InlineData("\"\\\"quoted\\\"\"")]
    [InlineData("\"[1]\"")]
    [InlineData("42")]
    public void Value_of_a_union_of_plain_types_is_the_one_that_was_meant(string value) =>
        Text(ReadDeep($$"""{ "when": {{value}} }""").Required(), "when").ShouldBe(value);

    [Theory]
    [InlineData("""{ "q": "ada", "page": "5" }""", "/page")]
    [InlineData("""{ "q": "ada", "flag": "true" }""", "/flag")]
    [InlineData("""{ "q": "ada", "words": "[\"a\"]" }""", "/words")]
    public void Text_for_a_number_a_boolean_or_a_list_is_a_problem(string given, string pointer)
    {
        var action = Tools.Taking("find", """
            {
              "type": "object",
              "properties": {
                "q": { "type": "string" }, "page": { "type": "integer" }, "flag": { "type": "boolean" },
                "words": { "type": "array", "items": { "type": "string" } }
              }
            }
            """);

        ActionArguments.Read("github", action, JsonElement.Parse(given)).Error.ShouldNotBeNull().Problems.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void Json_text_that_no_request_may_hold_stays_text_and_is_a_problem(string text) =>
        Read(JsonSerializer.Serialize(new { q = "ada", filter = text })).Error!.Problems.ShouldHaveSingleItem().Pointer.ShouldBe("/filter");

    [Fact]
    public void Json_text_that_is_nested_deeply_is_a_problem_and_no_bug() =>
        Read(JsonSerializer.Serialize(new { q = "ada",
            filter = string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "1" + new string('}', 63) })).Error.ShouldNotBeNull();

    private static Result<ActionArguments> ReadDeep(string given) => ActionArguments.Read("calendar", Deep, JsonElement.Parse(given));

    private static Result<ActionArguments> Read(string given) => ActionArguments.Read("github", Action, JsonElement.Parse(given));

    private static string? Text(ActionArguments arguments, string name) => arguments.TryGet(name, out var value) ? value.GetRawText() : null;
}
