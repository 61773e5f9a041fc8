using System.Collections.Immutable;
using System.Globalization;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Reads the optional parameters of a query, for lists with many filters. What is wrong is kept until <see cref="ThrowIfInvalid"/> tells it all at once;
/// until then a wrong value reads as if it were not there, and so does an empty one: forms send <c>search=</c> for a field that nobody filled in.
/// </summary>
/// <param name="query">What was sent.</param>
/// <param name="heard">Told of each parameter that is asked for, by whoever documents them; null for nobody.</param>
internal sealed class QueryValues(IQueryCollection query, Action<QueryParameter>? heard = null)
{
    private const int UsualTextLength = 200;

    /// <summary>ISO 8601 from a date to ticks; K is Z, an offset or nothing.</summary>
    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    public static ValueTask<QueryValues?> BindAsync(HttpContext context) => new(new QueryValues(context.Request.Query));

    /// <param name="absent">The value where none is given.</param>
    public int Int(string name, int absent, int minimum = int.MinValue, int maximum = int.MaxValue)
    {
        heard?.Invoke(new QueryParameter(name, "integer") { Format = "int32", Absent = absent, Minimum = minimum, Maximum = maximum });
        return IntOf(name, minimum, maximum) ?? absent;
    }

    public int? OptionalInt(string name, int minimum = int.MinValue, int maximum = int.MaxValue)
    {
        heard?.Invoke(new QueryParameter(name, "integer") { Format = "int32", Minimum = minimum, Maximum = maximum });
        return IntOf(name, minimum, maximum);
    }

    public long? OptionalLong(string name, long minimum = long.MinValue)
    {
        heard?.Invoke(new QueryParameter(name, "integer") { Format = "int64", Minimum = minimum, Maximum = long.MaxValue });
        if (Find(name) is not { } text) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Unread<long>(name, text, ProblemRule.IntParsing);
        if (number < minimum)
            return Refuse<long>(name, text, $"must be at least {minimum}", ProblemRule.GreaterThanEqual,
            ProblemLimit.Of(ProblemLimit.GreaterThanEqual, minimum));
        return number;
    }

    /// <param name="absent">The value where none is given.</param>
    public bool Bool(string name, bool absent)
    {
        heard?.Invoke(new QueryParameter(name, "boolean") { Absent = absent });
        return BoolOf(name) ?? absent;
    }

    /// <summary><c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>, in any case.</summary>
    public bool? Bool(string name)
    {
        heard?.Invoke(new QueryParameter(name, "boolean"));
        return BoolOf(name);
    }

    /// <summary>A time in ISO 8601, read as UTC where it names no offset; a date alone is its midnight in UTC.</summary>
    public DateTimeOffset? Time(string name)
    {
        heard?.Invoke(new QueryParameter(name, "string") { MaximumLength = "yyyy-MM-ddTHH:mm:ss.fffffff+00:00".Length });
        if (Find(name) is not { } text) return null;
        return DateTimeOffset.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : Unread<DateTimeOffset>(name, text, ProblemRule.DateTimeParsing);
    }

    /// <summary>
    /// Where a period ends, itself outside of it: as <see cref="Time"/>, but a date alone is that whole day, so its end is the next midnight.
    /// </summary>
    public DateTimeOffset? EndTime(string name)
    {
        if (Time(name) is not { } time) return null;
        var isDate = query[name].ToString().Length == "yyyy-MM-dd".Length;
        return isDate && time < DateTimeOffset.MaxValue.AddDays(-1) ? time.AddDays(1) : time;
    }

    /// <summary>A UUID with its four hyphens.</summary>
    public Guid? Uuid(string name)
    {
        heard?.Invoke(new QueryParameter(name, "string") { Format = "uuid" });
        if (Find(name) is not { } text) return null;
        return Guid.TryParseExact(text, "D", out var id) ? id : Unread<Guid>(name, text, ProblemRule.UuidParsing);
    }

    /// <summary>One of the words, as it stands in the list; the caller may write it in any case.</summary>
    public string? Word(string name, params IReadOnlyList<string> words)
    {
        heard?.Invoke(new QueryParameter(name, "string") { Words = words });
        if (Find(name) is not { } text) return null;
        if (words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        Add(name, text, $"must be one of {string.Join(", ", words)}", ProblemRule.Enum, ProblemLimit.OfWords(words));
        return null;
    }

    /// <summary>Any text, without control characters: databases refuse some of them, and no search needs one.</summary>
    public string? Text(string name, int maximumLength = UsualTextLength)
    {
        heard?.Invoke(new QueryParameter(name, "string") { MaximumLength = maximumLength });
        if (Find(name) is not { } text) return null;
        if (text.Length > maximumLength)
            Add(name, text, $"has more than {maximumLength} characters", ProblemRule.StringTooLong, ProblemLimit.Of(ProblemLimit.MaxLength, maximumLength));
        else if (text.Any(char.IsControl)) Add(name, text, "has control characters", ProblemRule.ValueError, ProblemLimit.None);
        else return text;
        return null;
    }

    /// <summary>Keeps a problem that only the endpoint can see, such as an end before its begin.</summary>
    /// <param name="what">Stands behind the name of the parameter: <c>must be after start_date</c>.</param>
    public void Refuse(string name, string what) => Add(name, query[name].ToString(), what, ProblemRule.ValueError, ProblemLimit.None);

    /// <exception cref="InvalidRequestException">Anything that was read is wrong; it names each problem.</exception>
    public void ThrowIfInvalid()
    {
        if (_problems.Count > 0) throw new InvalidRequestException(ValidationErrors.Invalid(_problems.ToImmutable()));
    }

    private int? IntOf(string name, int minimum, int maximum)
    {
        if (Find(name) is not { } text) return null;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Unread<int>(name, text, ProblemRule.IntParsing);
        if (number < minimum)
            return Refuse<int>(name, text, $"must be at least {minimum}", ProblemRule.GreaterThanEqual,
            ProblemLimit.Of(ProblemLimit.GreaterThanEqual, minimum));
        if (number > maximum)
            return Refuse<int>(name, text, $"must be at most {maximum}", ProblemRule.LessThanEqual, ProblemLimit.Of(ProblemLimit.LessThanEqual, maximum));
        return number;
    }

    private bool? BoolOf(string name) => Find(name) switch
    {
        null => null,
        "1" => true,
        "0" => false,
        { } text => bool.TryParse(text, out var value) ? value : Unread<bool>(name, text, ProblemRule.BoolParsing),
    };

    private string? Find(string name)
    {
        var values = query[name];
        if (values.Count <= 1) return values is [{ Length: > 0 } text] ? text : null;
        // One of them would be ignored, or both be read as one with a comma: nobody means either.
        Add(name, values.ToString(), "is given more than once", ProblemRule.ValueError, ProblemLimit.None);
        return null;
    }

    private T? Unread<T>(string name, string text, string rule)
        where T : struct => Refuse<T>(name, text, ParsingRules.SentenceOf(rule), rule, ProblemLimit.None);

    private T? Refuse<T>(string name, string text, string what, string rule, ImmutableSortedDictionary<string, object> limits)
        where T : struct
    {
        Add(name, text, what, rule, limits);
        return null;
    }

    private void Add(string name, string text, string what, string rule, ImmutableSortedDictionary<string, object> limits) =>
        _problems.Add(new Problem(Problem.PointerTo(name), $"{name} {what}") { Source = ProblemSource.Query, Rule = rule, Limits = limits, Input = text });
}
