using System.Globalization;
using System.Text;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>A pattern of ECMA-262 in the words of .NET, which has the same ones and means something else by some of them.</summary>
internal sealed class EcmaTranslation
{
    public const string NotAPattern = "must be a regular expression (ECMA-262)";
    public const string NeedsBacktracking = "must be a regular expression without lookaround, back-references and large counts";

    private const string Digit = "0-9";
    private const string Word = "a-zA-Z0-9_";
    private const string Space = @"\t-\r\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
    private const string NotDigit = @"\0-/:-\uffff";
    private const string NotWord = @"\0-/:-@\[-^`{-\uffff";
    private const string NotSpace =
        @"\0-\u0008\u000e-\u001f\u0021-\u009f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff";

    /// <summary>Ends a negated class: a character beyond U+FFFF, two units in .NET, is one character that is not in it.</summary>
    private const string EndOfNegation = @"\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])";

    /// <summary>Unicode's long names of the categories that .NET knows only by their letters.</summary>
    private static readonly Dictionary<string, string> Categories = new()
    {
        ["Letter"] = "L",
        ["Lowercase_Letter"] = "Ll",
        ["Uppercase_Letter"] = "Lu",
        ["Mark"] = "M",
        ["Number"] = "N",
        ["Decimal_Number"] = "Nd",
        ["digit"] = "Nd",
        ["Punctuation"] = "P",
        ["punct"] = "P",
        ["Symbol"] = "S",
        ["Separator"] = "Z",
    };

    private readonly StringBuilder _pattern = new();
    private readonly string _written;
    private int _at;
    private bool _isInClass;
    private bool _isNegated;
    private int _classStart;
    private int _dash;

    public EcmaTranslation(string written)
    {
        _written = written;
        while (_at < written.Length && Refusal is null)
            Translate();
    }

    public string Pattern => _pattern.ToString();

    /// <summary>Why there is no such pattern in .NET; null when there is.</summary>
    public string? Refusal { get; private set; }

    private void Translate()
    {
        if (_written[_at] == '\\')
            Escape();
        else if (char.IsSurrogate(_written[_at]))
            BeyondUnits(_written.AsSpan(_at, Math.Min(2, _written.Length - _at)).ToString(), 2);
        else if (_isInClass)
            InClass();
        else
            Outside();
    }

    private void Outside()
    {
        switch (_written[_at])
        {
            // .NET's $ lets one more line break through: "^[a-z]+$" would accept a header with a second line.
            case '$':
                Append(@"\z", 1);
                break;
            case '.':
                Append(Not(@"\n\r\u2028\u2029"), 1);
                break;
            case '[' when Follows("[]"):
                Append(@"[^\0-\uffff]", 2);
                break;
            case '[' when Follows("[^]"):
                Append(Not(""), 3);
                break;
            case '[':
                _isInClass = true;
                _isNegated = Follows("[^");
                Append(_isNegated ? "(?:[^" : "[", _isNegated ? 2 : 1);
                _classStart = _at;
                break;
            case '(' when Follows("(?") && !Follows("(?:") && !IsNamedGroup():
                Refusal = Follows("(?=") || Follows("(?!") || Follows("(?<") ? NeedsBacktracking : NotAPattern;
                break;
            default:
                Append(_written[_at].ToString(), 1);
                break;
        }
    }

    private void InClass()
    {
        var c = _written[_at];
        _dash = c == '-' && _at > _classStart ? _at : _dash;
        _isInClass = c != ']';
        var isEnd = c == ']' && _isNegated;

        // In .NET a second [ would subtract from the class.
        Append(c == '[' ? @"\[" : isEnd ? EndOfNegation : c.ToString(), 1);
    }

    private void Escape()
    {
        var letter = _at + 1 < _written.Length ? _written[_at + 1] : '\0';
        switch (letter)
        {
            case 'd':
                Set(Digit, $"[{Digit}]");
                break;
            case 'w':
                Set(Word, $"[{Word}]");
                break;
            case 's':
                Set(Space, $"[{Space}]");
                break;
            case 'D':
                Set(NotDigit, Not(Digit));
                break;
            case 'W':
                Set(NotWord, Not(Word));
                break;
            case 'S':
                Set(NotSpace, Not(Space));
                break;
            case 'p' or 'P':
                Category();
                break;
            case 'u' when Follows(@"\u{"):
                CodePoint();
                break;
            case 'k' or (>= '1' and <= '9'):
                Refusal = NeedsBacktracking;
                break;
            case 'b' or 'B' or 'f' or 'n' or 'r' or 't' or 'v' or 'c' or 'x' or 'u' or '0':
            case not '\0' when char.IsAscii(letter) && !char.IsAsciiLetter(letter) && letter != '_':
                Append($@"\{letter}", 2);
                break;
            default:
                Refusal = NotAPattern;
                break;
        }
    }

    /// <summary>A set has no place in a range: "[a-\d]" is an error there, and would be another set here.</summary>
    private void Set(string inClass, string outside)
    {
        var next = _written.AsSpan(_at + 2);
        if (_isInClass && (_dash == _at - 1 || (next.StartsWith("-") && !next.StartsWith("-]"))))
            Refusal = NotAPattern;
        else
            Append(_isInClass ? inClass : outside, 2);
    }

    private void Category()
    {
        var end = _written.IndexOf('}', _at);
        if (end < 0 || !Follows($"{_written[_at..(_at + 2)]}{{"))
        {
            Refusal = NotAPattern;
            return;
        }

        var name = _written[(_at + 3)..end];
        Append($"{_written[_at..(_at + 3)]}{Categories.GetValueOrDefault(name, name)}}}", end + 1 - _at);
    }

    private void CodePoint()
    {
        var end = _written.IndexOf('}', _at);
        if (end < 0 || !int.TryParse(_written.AsSpan(_at + 3, end - _at - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code))
            Refusal = NotAPattern;
        else if (code > char.MaxValue)
            BeyondUnits(char.ConvertFromUtf32(code), end + 1 - _at);
        else
            Append($@"\u{code:x4}", end + 1 - _at);
    }

    /// <summary>A character that is two units in .NET, and has to be repeated, or left out, as one.</summary>
    private void BeyondUnits(string pair, int length)
    {
        if (_isInClass || pair.Length != 2 || !char.IsSurrogatePair(pair[0], pair[1]))
            Refusal = "must not have a class with characters beyond U+FFFF";
        else
            Append($"(?:{pair})", length);
    }

    private bool IsNamedGroup() => Follows("(?<") && _at + 3 < _written.Length && char.IsAsciiLetter(_written[_at + 3]);

    private bool Follows(string text) => _written.AsSpan(_at).StartsWith(text);

    private void Append(string pattern, int read)
    {
        _pattern.Append(pattern);
        _at += read;
    }

    private static string Not(string set) => $"(?:[^{set}{EndOfNegation}";
}
