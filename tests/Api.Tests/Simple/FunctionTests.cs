using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Api.Tests.Simple;

/// <summary>What models are given, for every action of every tool.</summary>
public sealed partial class FunctionTests(FunctionScene scene) : IClassFixture<FunctionScene>
{
    private static readonly string[] StrictKeywords =
    [
        "type", "description", "enum", "const", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "items", "properties", "required", "additionalProperties",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_name_is_one_that_models_take_and_the_only_one_of_its_kind(bool strict)
    {
        var names = (await ListAsync(strict)).Select(function => function.GetProperty("name").GetString()!).ToList();

        names.Count.ShouldBeGreaterThan(60);
        names.ShouldAllBe(name => Name().IsMatch(name));
        names.ShouldBeUnique();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_schema_is_a_valid_schema_of_an_object(bool strict)
    {
        var functions = await ListAsync(strict);

        foreach (var function in functions)
        {
            var schema = function.GetProperty("parameters");
            schema.GetProperty("type").GetString().ShouldBe("object", function.GetRawText());
            schema.GetProperty("properties").ValueKind.ShouldBe(JsonValueKind.Object, function.GetRawText());
            CompiledSchema.Compile(schema).Failed(out var error, out _).ShouldBeFalse(error?.Message);
        }
    }

    [Fact]
    public async Task A_list_that_is_not_strict_says_nothing_of_strictness()
    {
        var functions = await ListAsync(strict: false);

        functions.SelectMany(function => function.EnumerateObject()).ShouldAllBe(property => property.Name != "strict");
    }

    [Fact]
    public async Task Strict_functions_keep_every_rule_of_strict_mode()
    {
        var functions = await ListAsync(strict: true);

        functions.ShouldAllBe(function => function.GetProperty("strict").GetBoolean());
        functions.SelectMany(function => Breaches(function.GetProperty("parameters"), function.GetProperty("name").GetString()!)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("TRUE", true)]
    [InlineData("0", false)]
    public async Task Strictness_has_a_few_words(string strict, bool isStrict)
    {
        var list = (await scene.Ada.Client.GetReplyAsync($"/tools/openai-tools?{scene.Ada.Query}&strict={strict}")).With(200).Json;

        list.EnumerateArray().Select(tool => tool.GetProperty("function").TryGetProperty("strict", out _)).ShouldAllBe(said => said == isStrict);
    }

    [Fact]
    public async Task Every_function_can_be_executed_by_its_metadata()
    {
        var listed = (await scene.Ada.ListFunctionsAsync()).With(200).Json.EnumerateArray().Select(function => function.GetProperty("metadata")).ToList();
        var tools = (await scene.Ada.ListToolsAsync()).With(200).Json.GetProperty("tools").EnumerateArray()
            .Where(tool => tool.GetProperty("is_active").GetBoolean());

        var expected = tools.SelectMany(
            tool => tool.GetProperty("actions").EnumerateArray().Select(action => $"{tool.GetProperty("name")}/{action.GetProperty("name")}"));
        listed.Select(one => $"{one.GetProperty("tool_key")}/{one.GetProperty("action")}").ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Anthropic_s_format_tells_the_same_and_nothing_else()
    {
        var expected = JsonSerializer.SerializeToElement((await ListAsync(strict: false)).Select(function =>
            new { name = function.GetProperty("name"), description = function.GetProperty("description"), input_schema = function.GetProperty("parameters") }));

        var tools = (await scene.Ada.ListFunctionsAsync(format: "anthropic")).With(200).Json;

        JsonElement.DeepEquals(tools, expected).ShouldBeTrue(tools.GetRawText());
    }

    [Fact]
    public async Task OpenAI_s_format_is_the_usual_one() =>
        (await scene.Ada.ListFunctionsAsync(format: "openai")).With(200).Text.ShouldBe((await scene.Ada.ListFunctionsAsync()).With(200).Text);

    [Theory]
    [InlineData("gemini", false, "format must be one of openai, anthropic")]
    [InlineData("anthropic", true, "strict belongs to the format openai")]
    public async Task A_format_that_is_none_is_refused(string format, bool strict, string problem)
    {
        var reply = await scene.Ada.ListFunctionsAsync(strict, format);

        reply.With(400).Detail.ShouldBe(problem);
    }

    [Fact]
    public async Task What_stands_before_the_first_underscore_is_the_tool_and_what_follows_the_action()
    {
        foreach (var function in (await scene.Ada.ListFunctionsAsync()).With(200).Json.EnumerateArray())
        {
            var metadata = function.GetProperty("metadata");
            // A tool that is added may have an underscore in its name; none that is shipped has.
            if (metadata.GetProperty("tool_key").GetString() == FunctionScene.LongName) continue;
            var parts = function.GetProperty("function").GetProperty("name").GetString()!.Split('_', 2);
            parts.ShouldBe([metadata.GetProperty("tool_key").GetString()!, metadata.GetProperty("action").GetString()!]);
        }
    }

    private async Task<List<JsonElement>> ListAsync(bool strict) =>
        [.. (await scene.Ada.ListFunctionsAsync(strict)).With(200).Json.EnumerateArray().Select(function => function.GetProperty("function"))];

    /// <summary>Strict mode: closed objects, every property required, only the keywords that it knows.</summary>
    private static IEnumerable<string> Breaches(JsonElement schema, string pointer)
    {
        foreach (var unknown in schema.EnumerateObject().Select(keyword => keyword.Name).Except(StrictKeywords)) yield return $"{pointer}: {unknown}";
        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var breach in Breaches(items, pointer + "/items")) yield return breach;
        }
        if (!schema.TryGetProperty("properties", out var properties))
        {
            if (schema.GetProperty("type").GetRawText().Contains("\"object\"", StringComparison.Ordinal))
                yield return $"{pointer}: an object without properties";
            yield break;
        }
        if (schema.GetProperty("additionalProperties").ValueKind != JsonValueKind.False) yield return $"{pointer}: is open";
        var required = schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!);
        if (!required.SequenceEqual(properties.EnumerateObject().Select(property => property.Name))) yield return $"{pointer}: not all are required";
        foreach (var breach in properties.EnumerateObject().SelectMany(property => Breaches(property.Value, $"{pointer}/{property.Name}"))) yield return breach;
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
