using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Parses a settings file. What it defines twice is found by <see cref="TomlSettings"/>.</summary>
internal static partial class TomlFile
{
    public const int MaximumBytes = 1024 * 1024;

    /// <exception cref="SettingsSyntaxException">It is too large, not UTF-8 or not TOML.</exception>
    public static DocumentSyntax Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes) throw new SettingsSyntaxException(1, 1, "a file has 1 MiB at most");
        // Tomlyn 2.10.2 throws another exception at a file that ends in a string behind a backslash.
        var text = Decode(utf8) + "\n";
        var lexer = TomlLexer.Create(text, new TomlLexerOptions { DecodeScalars = true });
        var document = Parse(lexer, text);
        if (document.Diagnostics.MinBy(problem => problem.Span.Start.Offset) is not { } first) return document;
        var problem = lexer.Errors.Contains(first) ? ProblemOf(first, document) : Expected(first.Span.Start.Offset, document);
        throw new SettingsSyntaxException(first.Span.Start, problem);
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(utf8);
        }
        catch (DecoderFallbackException exception)
        {
            var before = Encoding.UTF8.GetString(utf8[..exception.Index]);
            var line = before[(before.LastIndexOf('\n') + 1)..];
            throw new SettingsSyntaxException(before.Count(character => character == '\n') + 1, line.EnumerateRunes().Count() + 1, "this is not UTF-8");
        }
    }

    private static DocumentSyntax Parse(TomlLexer lexer, string text)
    {
        try
        {
            return SyntaxParser.Parse(lexer, validate: false);
        }
        catch (TomlException)
        {
            throw TooDeep(text);
        }
    }

    /// <summary>Too many brackets end the parser of the syntax tree, which says no place; the parser of events does.</summary>
    private static SettingsSyntaxException TooDeep(string text)
    {
        var (line, column) = (1, 1);
        try
        {
            var parser = TomlParser.Create(text);
            while (parser.MoveNext()) (line, column) = (parser.Current.Line, parser.Current.Column);
        }
        catch (TomlException exception)
        {
            (line, column) = (exception.Line ?? line, exception.Column ?? column);
        }
        return new SettingsSyntaxException(line, column, "tables and arrays are 63 deep at most");
    }

    /// <summary>What is wrong within a word or a string. The lexer quotes numbers and dates between backticks.</summary>
    private static string ProblemOf(DiagnosticMessage problem, DocumentSyntax document)
    {
        var message = Quoted().Replace(problem.Message, quote => quote.Length < 5 ? quote.Value : "…");
        return Innermost(problem.Span.Start.Offset, document) is KeyValueSyntax { EqualToken.Span.Start.Line: var line } && line < problem.Span.Start.Line
            ? string.Create(CultureInfo.InvariantCulture, $"{message}; the value begins on line {line + 1}")
            : message;
    }

    /// <summary>What is wrong with the order of words. The parser's own messages quote any text, and that may be a secret.</summary>
    private static string Expected(int offset, DocumentSyntax document) => Innermost(offset, document) switch
    {
        KeyValueSyntax { EqualToken: null } => "an equals sign is expected behind the key",
        KeyValueSyntax { Value: null } =>
            "a value is expected: a string between quotes, a number, true, false, a date or time, an array or an inline table",
        ArraySyntax => "a comma or a closing bracket is expected in the array",
        InlineTableSyntax => "a comma or a closing brace is expected in the inline table",
        TableSyntaxBase { CloseBracket: null or InvalidSyntaxToken } => "a closing bracket is expected behind the table's name",
        KeyValueSyntax or TableSyntaxBase { EndOfLineToken: null or InvalidSyntaxToken } => "the end of the line is expected",
        _ => "a key is expected: letters, digits, _ and -, or a string",
    };

    /// <summary>The smallest part of the document that is not complete before a place.</summary>
    private static SyntaxNodeBase? Innermost(int offset, DocumentSyntax document) => document.Descendants()
        .FirstOrDefault(node => node is KeyValueSyntax or ArraySyntax or InlineTableSyntax or TableSyntaxBase
            && node.Span.Start.Offset <= offset && (node.Span.End.Offset >= offset || IsOpen(node)));

    private static bool IsOpen(SyntaxNodeBase node) => node is KeyValueSyntax { Value: null }
        or ArraySyntax { CloseBracket: null or InvalidSyntaxToken }
        or InlineTableSyntax { CloseBrace: null or InvalidSyntaxToken }
        or TableSyntaxBase { CloseBracket: null or InvalidSyntaxToken }
        or KeyValueSyntax { EndOfLineToken: InvalidSyntaxToken }
        or TableSyntaxBase { EndOfLineToken: InvalidSyntaxToken };

    [GeneratedRegex("`[^`]*`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
