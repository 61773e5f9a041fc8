using System.Text.Json;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>
/// What is wrong with a body that no record can be read from, without repeating it: values may be secrets. The serializer says where
/// (<see cref="JsonException.Path"/>); the body and the record say what.
/// </summary>
internal static class JsonErrors
{
    /// <summary>Members that are missing are named until their names, in quotes, are as long as this: as many as the framework's own sentence names.</summary>
    private const int LongEnough = 60;

    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private static Error HasTwice { get; } = RequestErrors.Invalid("The request body has a property twice");

    /// <param name="type">The record.</param>
    /// <param name="unknown">What the body has that is not known, to stand behind what it lacks.</param>
    public static Error Of(JsonException exception, ReadOnlySpan<byte> utf8, Type? type, JsonSerializerOptions json, string unknown = "")
    {
        // An exception of the reader, alone or inside, is about text that is no JSON; without one, a value is not what it should be.
        if (exception.Path is not { } path || exception.InnerException is JsonException) return OfText(exception, utf8);
        var names = JsonPathNames.Of(path);
        var place = JsonPlace.Of(names, type, json);
        // Only bodies whose members are security settings refuse unknown ones: a misspelt one would not be set, without a word.
        if (place.IsUnknown) return Invalid($"The request body has an unknown member at {path}", names, "is unknown", ProblemRule.ValueError);
        var reader = new Utf8JsonReader(utf8, AnyDepth);
        if (!JsonPlace.MoveTo(ref reader, names)) return HasWrongValue(path, names, WrongValue.RuleOf(place.Type));
        if (reader.TokenType == JsonTokenType.Null && place.RefusesNull) return HasWrongValue(path, names, ProblemRule.Missing);
        var missing = place.MissingIn(reader);
        if (missing.Count > 0) return Lacks(path, names, missing, unknown);
        return place.CanRead(reader) ? HasTwice : HasWrongValue(path, names, WrongValue.RuleOf(place.Type));
    }

    /// <summary>Of a body that was not even looked at as a record.</summary>
    public static Error OfText(JsonException exception, ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, AnyDepth);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= JsonBody.MaximumDepth)
                    return RequestErrors.Invalid("The request body is nested too deeply");
            }
            return HasTwice;
        }
        catch (JsonException)
        {
            return RequestErrors.Invalid(
                $"The request body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
        }
    }

    private static Error Lacks(string path, IReadOnlyList<string> outer, IReadOnlyList<string> missing, string unknown)
    {
        var told = new List<string>();
        foreach (var name in missing)
        {
            told.Add(name);
            if (string.Join("', '", told).Length + 2 >= LongEnough) break;
        }
        return RequestErrors.Invalid(
            $"The request body lacks {string.Join(", ", told)}{(outer.Count == 0 ? unknown : $" at {path}")}",
            [.. told.Select(name => new Problem(Problem.PointerTo([.. outer, name]), $"{name} is required") { Rule = ProblemRule.Missing })]);
    }

    private static Error HasWrongValue(string path, IReadOnlyList<string> names, string rule)
    {
        var sentence = rule == ProblemRule.Missing ? "must not be null" : WrongValue.SentenceOf(rule);
        return names.Count == 0
            ? RequestErrors.Invalid($"The request body {sentence}", new Problem("", $"The request body {sentence}") { Rule = rule })
            : Invalid($"The request body has a wrong value at {path}", names, sentence, rule);
    }

    private static Error Invalid(string message, IReadOnlyList<string> names, string what, string rule) =>
        RequestErrors.Invalid(message, new Problem(Problem.PointerTo(names), $"{(names.Count == 0 ? "" : names[^1])} {what}") { Rule = rule });
}
