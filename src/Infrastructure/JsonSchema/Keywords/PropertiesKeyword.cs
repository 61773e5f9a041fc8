using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary>
/// <c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>. Where a document has a name twice, both values
/// are checked: whichever of them is read later is a good one.
/// </summary>
internal sealed class PropertiesKeyword : Keyword
{
    private readonly Dictionary<string, Schema>.AlternateLookup<ReadOnlySpan<char>> _named;
    private readonly (Regex Pattern, Schema Schema)[] _patterns;
    private readonly Schema? _others;

    private PropertiesKeyword(Dictionary<string, Schema> named, (Regex, Schema)[] patterns, Schema? others)
    {
        _named = named.GetAlternateLookup<ReadOnlySpan<char>>();
        _patterns = patterns;
        _others = others;
    }

    public static PropertiesKeyword? Read(SchemaSite site)
    {
        var named = site.SchemaMap("properties");
        var patterns = site.SchemaMap("patternProperties");
        var others = site.Schema("additionalProperties");
        return named is null && patterns is null && others is null
            ? null
            : new PropertiesKeyword(named ?? [], [.. Compile(site, patterns ?? [])], others);
    }

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        if (value.Kind is not JsonValueKind.Object)
            return true;

        foreach (var property in value.Value.EnumerateObject())
            if (!Accepts(property, ref effort))
                return false;
        return true;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (value.Kind is not JsonValueKind.Object)
            return;

        foreach (var property in value.Value.EnumerateObject())
            if (!report.IsFull && !Accepts(property, ref report.Effort))
                Explain(property, JsonPointer.Append(at, Text.NameOf(property)), report);
    }

    private static IEnumerable<(Regex Pattern, Schema Schema)> Compile(SchemaSite site, Dictionary<string, Schema> patterns)
    {
        foreach (var (written, schema) in patterns)
            if (site.Pattern("patternProperties", written) is { } pattern)
                yield return (pattern, schema);
    }

    private bool Accepts(JsonProperty property, ref Effort effort)
    {
        var value = new Instance(property.Value);
        var named = Named(property);
        if (named is not null && !named.Accepts(value, ref effort))
            return false;

        var isKnown = named is not null;
        foreach (var (pattern, schema) in _patterns)
        {
            if (!Matches(pattern, property))
                continue;
            if (!schema.Accepts(value, ref effort))
                return false;
            isKnown = true;
        }

        return isKnown || _others is null || _others.Accepts(value, ref effort);
    }

    private void Explain(JsonProperty property, string at, Report report)
    {
        var value = new Instance(property.Value);
        var named = Named(property);
        named?.Explain(value, at, report);

        var isKnown = named is not null;
        foreach (var (pattern, schema) in _patterns)
        {
            if (!Matches(pattern, property))
                continue;
            schema.Explain(value, at, report);
            isKnown = true;
        }

        if (!isKnown)
            _others?.Explain(value, at, report);
    }

    private Schema? Named(JsonProperty property)
    {
        using var name = new Text(JsonMarshal.GetRawUtf8PropertyName(property), stackalloc char[Text.ScratchLength]);
        return _named.TryGetValue(name.Chars, out var schema) ? schema : null;
    }

    private static bool Matches(Regex pattern, JsonProperty property) =>
        EcmaPattern.IsMatch(pattern, JsonMarshal.GetRawUtf8PropertyName(property));
}
