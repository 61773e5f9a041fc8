using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// The regular expressions of JSON Schema (ECMA-262 with its u flag), on an engine whose time grows with the length of the
/// text and nothing else: no pattern and no value made for it can hang a process. What such an engine can't do, lookaround,
/// back-references and counts that need thousands of states, is refused when the schema is compiled, and so is what only .NET has.
/// <c>\b</c> and <c>\p</c> are .NET's: a letter beyond ASCII counts as one, and a category has only characters up to U+FFFF.
/// </summary>
internal static class EcmaPattern
{
    public static bool IsMatch(Regex pattern, ReadOnlySpan<byte> raw)
    {
        using var text = new Text(raw, stackalloc char[Text.ScratchLength]);
        return pattern.IsMatch(text.Chars);
    }

    /// <summary>Compiles a pattern, or tells what it would have to be.</summary>
    public static bool TryCompile(string written, [NotNullWhen(true)] out Regex? pattern, [NotNullWhen(false)] out string? refusal)
    {
        pattern = null;
        var translation = new EcmaTranslation(written);
        refusal = translation.Refusal;
        if (refusal is not null)
            return false;

        try
        {
            pattern = new Regex(translation.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (ArgumentException)
        {
            refusal = EcmaTranslation.NotAPattern;
        }
        catch (NotSupportedException)
        {
            refusal = EcmaTranslation.NeedsBacktracking;
        }

        return false;
    }
}
