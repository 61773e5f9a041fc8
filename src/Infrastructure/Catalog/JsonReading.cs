using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Short ways to read a manifest that its schema has checked.</summary>
internal static class JsonReading
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    /// <summary>A number that the schema asks to be whole, and small: 200.0 and 2e2 are 200 as well.</summary>
    public static int Whole(this JsonElement number) => (int)number.GetDouble();

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static ImmutableArray<string> Texts(this JsonElement element, string name) =>
        [.. element.Items(name).Select(item => item.GetString()!)];

    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : [];

    public static ImmutableArray<KeyValuePair<string, string>> TextMap(this JsonElement element, string name) =>
        [.. element.Members(name).Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!))];

    public static ImmutableArray<KeyValuePair<string, TextTemplate>> Templates(this JsonElement element, string name) =>
        [.. element.TextMap(name).Select(pair => KeyValuePair.Create(pair.Key, new TextTemplate(pair.Value)))];

    public static JsonPath? Path(this JsonElement element, string name) =>
        element.Text(name) is { } text ? JsonPath.Parse(text) : null;

    public static ImmutableSortedDictionary<string, JsonPath> Paths(this JsonElement element, string name) =>
        element.Members(name).ToImmutableSortedDictionary(member => member.Name, member => JsonPath.Parse(member.Value.GetString()!)!);
}
