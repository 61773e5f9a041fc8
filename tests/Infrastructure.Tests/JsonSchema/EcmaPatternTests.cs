using System.Text.Json;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData("^[a-z]+$", "abc\n")]
    [InlineData("^.$", "\r")]
    [InlineData(@"^\d$", "\u0663")]
    [InlineData(@"^\w$", "é")]
    [InlineData(@"^[\D]$", "5")]
    [InlineData(@"^[^\w]$", "_")]
    [InlineData("^[a-z-[aeiou]]$", "b")]
    [InlineData("[]", "]")]
    [InlineData("^..$", "😀")]
    public void Pattern_does_not_match_what_ECMAScript_does_not(string pattern, string text) => IsMatch(pattern, text).ShouldBeFalse();

    [Theory]
    [InlineData("b", "abc")]
    [InlineData(@"^\s$", "\ufeff")]
    [InlineData(@"^\S+$", "a😀")]
    [InlineData(@"^[^a]$", "😀")]
    [InlineData("^😀{2}$", "😀😀")]
    [InlineData(@"^\u{1F600}$", "😀")]
    [InlineData("[^]", "\n")]
    [InlineData("^.$", "😀")]
    [InlineData(@"^\p{Letter}+$", "aé")]
    [InlineData(@"^(?<year>\d{4})\/\$$", "2026/$")]
    [InlineData(@"^[\w.-]+$", "a.b-c")]
    [InlineData(@"^[-\d]+[^-\d][\d-]$", "1-2x-")]
    public void Pattern_matches_what_ECMAScript_does(string pattern, string text) => IsMatch(pattern, text).ShouldBeTrue();

    [Theory]
    [InlineData("(", "must be a regular expression (ECMA-262)")]
    [InlineData("(?i)a", "must be a regular expression (ECMA-262)")]
    [InlineData(@"a\Z", "must be a regular expression (ECMA-262)")]
    [InlineData(@"\p{Nonsense}", "must be a regular expression (ECMA-262)")]
    [InlineData(@"a\", "must be a regular expression (ECMA-262)")]
    [InlineData("(?=a)", "must be a regular expression without lookaround, back-references and large counts")]
    [InlineData(@"(a)\1", "must be a regular expression without lookaround, back-references and large counts")]
    [InlineData("(?:a{1000}){1000}", "must be a regular expression without lookaround, back-references and large counts")]
    [InlineData(@"[\w-.]", "must be a regular expression (ECMA-262)")]
    [InlineData(@"[+-\d]", "must be a regular expression (ECMA-262)")]
    [InlineData("[😀]", "must not have a class with characters beyond U+FFFF")]
    public void Pattern_that_cannot_be_carried_out_is_refused(string pattern, string problem) =>
        SchemaText.Refusals($$"""{ "pattern": {{JsonSerializer.Serialize(pattern)}} }""").ShouldBe([$"/pattern: {problem}"]);

    [Fact]
    public void Pattern_that_would_hang_a_backtracking_engine_answers() => IsMatch("^(a+)+$", new string('a', 50_000) + "!").ShouldBeFalse();

    private static bool IsMatch(string pattern, string text) =>
        SchemaText.Problems($$"""{ "pattern": {{JsonSerializer.Serialize(pattern)}} }""", JsonSerializer.Serialize(text)).Length == 0;
}
