using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Queries;

/// <summary>One optional parameter of a query: a parameter of a record's constructor, and what its annotations allow.</summary>
internal sealed class QueryMember
{
    /// <summary>Of a text without <see cref="MaxLengthAttribute"/>.</summary>
    private const int UsualTextLength = 200;

    private static readonly int LongestTime = "yyyy-MM-ddTHH:mm:ss.fffffff+00:00".Length;

    /// <summary>ISO 8601 from a date to ticks; K is Z, an offset or nothing.</summary>
    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly bool _endsDay;

    public QueryMember(ParameterInfo parameter)
    {
        Name = NameOf(parameter.Name!);
        Type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        Absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (Absent is null && parameter.ParameterType.IsValueType && Type == parameter.ParameterType)
            throw new InvalidOperationException($"{parameter.Member.DeclaringType}: {parameter.Name} needs a value for a query without it.");
        Words = (IReadOnlyList<string>?)parameter.GetCustomAttribute<AllowedValuesAttribute>()?.Values.Cast<string>().ToArray();
        if (Type == typeof(string) && Words is null) MaximumLength = parameter.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? UsualTextLength;
        if (Type == typeof(DateTimeOffset)) MaximumLength = LongestTime;
        _endsDay = parameter.IsDefined(typeof(EndOfDayAttribute));
        if (Type != typeof(int) && Type != typeof(long)) return;
        var range = parameter.GetCustomAttribute<RangeAttribute>();
        Minimum = Limit(range?.Minimum) ?? (Type == typeof(int) ? int.MinValue : long.MinValue);
        Maximum = Limit(range?.Maximum) ?? (Type == typeof(int) ? int.MaxValue : long.MaxValue);
    }

    public string Name { get; }

    /// <summary>Text, int, long, bool, time or UUID; never nullable.</summary>
    public Type Type { get; }

    /// <summary>What it is taken for where it is not sent; null where nothing is.</summary>
    public object? Absent { get; }

    public long? Minimum { get; }

    public long? Maximum { get; }

    public int? MaximumLength { get; }

    /// <summary>The only values that it may have, as the record gets them; the caller may write them in any case. Null for any.</summary>
    public IReadOnlyList<string>? Words { get; }

    /// <param name="property">Of the record.</param>
    public static string NameOf(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    public object? Read(QueryReading query) => query.Find(Name) is { } text ? ValueOf(text, query) ?? Absent : Absent;

    private static long? Limit(object? limit) => limit is null ? null : Convert.ToInt64(limit, CultureInfo.InvariantCulture);

    private object? ValueOf(string text, QueryReading query)
    {
        if (Words is { } words) return WordIn(words, text, query);
        if (Type == typeof(string)) return TextOf(text, query);
        if (Parsed(text) is not { } value)
        {
            var rule = WrongValue.RuleOf(Type);
            return query.Refuse(Name, text, WrongValue.SentenceOf(rule), rule, ProblemLimit.None);
        }
        if (Minimum is null) return value;
        var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        if (number < Minimum) return Beyond("must be at least", Minimum, ProblemRule.GreaterThanEqual, ProblemLimit.GreaterThanEqual);
        return number > Maximum ? Beyond("must be at most", Maximum, ProblemRule.LessThanEqual, ProblemLimit.LessThanEqual) : value;

        object? Beyond(string what, long? limit, string rule, string name) =>
            query.Refuse(Name, text, $"{what} {limit}", rule, ProblemLimit.Of(name, limit!));
    }

    private object? WordIn(IReadOnlyList<string> words, string text, QueryReading query) =>
        words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? query.Refuse(Name, text, $"must be one of {string.Join(", ", words)}", ProblemRule.Enum, ProblemLimit.OfWords(words));

    /// <summary>Without control characters: databases refuse some of them, and no search needs one.</summary>
    private object? TextOf(string text, QueryReading query)
    {
        if (text.Length > MaximumLength)
        {
            var limit = ProblemLimit.Of(ProblemLimit.MaxLength, MaximumLength);
            return query.Refuse(Name, text, $"has more than {MaximumLength} characters", ProblemRule.StringTooLong, limit);
        }
        return text.Any(char.IsControl) ? query.Refuse(Name, text, "has control characters", ProblemRule.ValueError, ProblemLimit.None) : text;
    }

    private object? Parsed(string text)
    {
        if (Type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        if (Type == typeof(long)) return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) ? big : null;
        // With its four hyphens.
        if (Type == typeof(Guid)) return Guid.TryParseExact(text, "D", out var id) ? id : null;
        return Type == typeof(bool) ? TruthIn(text) : TimeIn(text);
    }

    private static bool? TruthIn(string text) => text switch
    {
        "1" => true,
        "0" => false,
        _ => bool.TryParse(text, out var value) ? value : null,
    };

    /// <summary>In UTC where it names no offset; a date alone is its midnight in UTC, or, where it ends a period, the next one.</summary>
    private DateTimeOffset? TimeIn(string text)
    {
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, styles, out var time)) return null;
        var isWholeDay = _endsDay && text.Length == "yyyy-MM-dd".Length && time < DateTimeOffset.MaxValue.AddDays(-1);
        return isWholeDay ? time.AddDays(1) : time;
    }
}
