using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace ModuleX.Application.Pipeline;

/// <summary>
/// Judges JSON that others wrote, before anything reads it. The framework's parser takes strings that are not UTF-8 or hold half of a surrogate pair;
/// whatever reads or writes them later throws.
/// </summary>
public static class JsonText
{
    /// <summary>How deep JSON may be nested, in requests and in answers of services.</summary>
    public const int MaximumDepth = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth };

    /// <summary>True for one JSON value, not nested too deeply, in which every text is Unicode. One pass, without a document.</summary>
    public static bool IsValid(ReadOnlySpan<byte> utf8)
    {
        // The reader looks at the structure only: it does not judge the bytes inside of strings.
        if (utf8.IsEmpty || !Utf8.IsValid(utf8)) return false;
        try
        {
            ReadThrough(utf8);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>False where a text or a name is not Unicode. Malformed JSON passes: its reader says what is wrong with it.</summary>
    public static bool IsUnicode(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8)) return false;
        if (!EscapesSurrogates(utf8)) return true;
        try
        {
            ReadThrough(utf8);
            return true;
        }
        catch (JsonException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <inheritdoc cref="IsUnicode(ReadOnlySpan{byte})"/>
    public static bool IsUnicode(JsonElement value) => IsUnicode(JsonMarshal.GetRawUtf8Value(value));

    private static bool EscapesSurrogates(ReadOnlySpan<byte> utf8) => utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0;

    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    /// <exception cref="InvalidOperationException">A text or a name has half of a surrogate pair.</exception>
    private static void ReadThrough(ReadOnlySpan<byte> utf8)
    {
        var mayHaveHalves = EscapesSurrogates(utf8);
        var reader = new Utf8JsonReader(utf8, Options);
        while (reader.Read())
        {
            if (mayHaveHalves && reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true }) reader.GetString();
        }
    }
}
