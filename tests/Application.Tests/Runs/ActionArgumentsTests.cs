using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Results;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Runs;

public sealed class ActionArgumentsTests
{
    private static readonly Domain.Catalog.ActionDefinition Action = ATool.Action("find",
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
        ActionArguments.Read("github", ATool.Action("ping"), default).Error.ShouldBeNull();
        ActionArguments.Read("github", ATool.Action("ping"), JsonElement.Parse("null")).Error.ShouldBeNull();
    }

    private static Result<ActionArguments> Read(string given) => ActionArguments.Read("github", Action, JsonElement.Parse(given));

    private static string? Text(ActionArguments arguments, string name) => arguments.TryGet(name, out var value) ? value.GetRawText() : null;
}
