using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Runs;

/// <summary>
/// What the APIs of OpenAI and Anthropic demand of every function: one that breaks a rule costs the whole request. OpenAI: name and description at
/// https://platform.openai.com/docs/api-reference/chat/create; Anthropic: the name, a schema of an object, no alternatives at its top, and names of properties.
/// </summary>
public sealed partial class VendorRulesTests
{
    private const int LongestDescription = 1024;

    private static readonly string[] NotAtTheTop = ["oneOf", "anyOf", "allOf", "not", "enum"];

    public static TheoryData<string> Tools => [.. ShippedManifests.Names];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Functions_of_a_shipped_tool_are_such_as_both_vendors_take(string tool)
    {
        var manifest = ShippedManifests.Of(tool);
        foreach (var action in manifest.GetProperty("actions").EnumerateArray())
        {
            var name = FunctionNames.Of(tool, action.GetProperty("name").GetString()!);
            // The longer of the two descriptions that are sent.
            var description = $"{manifest.GetProperty("display_name").GetString()}: {action.GetProperty("description").GetString()}";
            var schema = action.GetProperty("parameters");

            Breaches(name, description, schema).ShouldBeEmpty();
            Breaches(name, description, StrictSchema.Of(schema)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Names_of_shipped_tools_have_no_underscore_so_that_a_function_s_name_can_be_split() =>
        ShippedManifests.Names.ShouldAllBe(name => !name.Contains('_'));

    [Theory]
    [InlineData("a b", 10, """{"type":"object"}""", "name")]
    [InlineData("", 10, """{"type":"object"}""", "name")]
    [InlineData("a", 1025, """{"type":"object"}""", "description")]
    [InlineData("a", 0, """{"type":"object"}""", "description")]
    [InlineData("a", 10, """{}""", "type")]
    [InlineData("a", 10, """{"type":["object","null"]}""", "type")]
    [InlineData("a", 10, """{"type":"object","oneOf":[]}""", "oneOf")]
    [InlineData("a", 10, """{"type":"object","not":{}}""", "not")]
    [InlineData("a", 10, """{"type":"object","properties":{"a":{"type":"object","properties":{"$x":{}}}}}""", "$x")]
    public void What_breaks_a_rule_is_seen(string name, int descriptionLength, string schema, string breach) =>
        Breaches(name, new string('d', descriptionLength), JsonElement.Parse(schema)).ShouldHaveSingleItem().ShouldBe($"{name}: {breach}");

    private static IEnumerable<string> Breaches(string name, string description, JsonElement schema)
    {
        if (!FunctionName().IsMatch(name)) yield return $"{name}: name";
        if (description.Length is 0 or > LongestDescription) yield return $"{name}: description";
        if (!schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals("object")) yield return $"{name}: type";
        foreach (var keyword in NotAtTheTop.Where(keyword => schema.TryGetProperty(keyword, out _))) yield return $"{name}: {keyword}";
        foreach (var property in PropertiesOf(schema).Where(property => !PropertyName().IsMatch(property))) yield return $"{name}: {property}";
    }

    private static IEnumerable<string> PropertiesOf(JsonElement schema)
    {
        var inner = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [];
        var schemas = inner.Select(property => property.Value);
        if (schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object) schemas = schemas.Append(items);
        return inner.Select(property => property.Name).Concat(schemas.SelectMany(PropertiesOf));
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{1,64}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PropertyName();
}
