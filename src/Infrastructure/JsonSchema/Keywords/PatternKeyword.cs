using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>pattern</c>; see <see cref="EcmaPattern"/>.</summary>
internal sealed class PatternKeyword : Assertion
{
    private readonly Regex _pattern;

    private PatternKeyword(Regex pattern, string written)
        : base($"must match the pattern {written}") => _pattern = pattern;

    public static PatternKeyword? Read(SchemaSite site) =>
        site.Text("pattern") is { } written && site.Pattern("pattern", written) is { } pattern
            ? new PatternKeyword(pattern, written)
            : null;

    protected override bool Holds(scoped in Instance value) =>
        value.Kind is not JsonValueKind.String || EcmaPattern.IsMatch(_pattern, value.RawText);
}
