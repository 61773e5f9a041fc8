using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ModuleX.Api.Tests.Examples;

/// <summary>
/// Puts values that every run has the same in the place of those that only one run has: ids, times, tokens, addresses, durations. Values of one name
/// are one value in all examples, and secrets are words that do not look like secrets.
/// </summary>
/// <param name="places">What stands for values that the flow was given, by their names.</param>
internal sealed partial class SteadyValues(IReadOnlyDictionary<string, string> places)
{
    private const string Server = "https://modulex.example.com";
    private const int LongestList = 2;

    /// <summary>From here on numbers are ids that chance made.</summary>
    private const long LeastRandomNumber = 1_000_000_000;

    /// <summary>Further away than this is no time of the run.</summary>
    private const int FarDays = 400;

    private static readonly DateTimeOffset Moment = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    /// <summary>Fields whose texts are secrets of one run.</summary>
    private static readonly Dictionary<string, string> Secrets = new Dictionary<string, string>
    {
        ["access_token"] = "eyJ...",
        ["refresh_token"] = "a-refresh-token",
        ["token"] = "eyJ...",
        ["ticket"] = "a-ticket-for-one-connection",
        ["state"] = "a-state-of-this-authorization",
    };

    /// <summary>Fields whose numbers the machine makes.</summary>
    private static readonly Dictionary<string, decimal> Measured = new Dictionary<string, decimal>
    {
        ["execution_time"] = 0.245m, ["response_time"] = 45.2m, ["cpu_usage"] = 12.5m, ["memory_usage"] = 34.1m, ["cpu"] = 12.5m, ["memory"] = 34.1m,
        ["p50"] = 12m, ["p95"] = 38m, ["p99"] = 61m, ["avg_time"] = 24m, ["duration_ms"] = 24m, ["execution_time_ms"] = 245m,
    };

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Remembers values by the names that the flow gives them; the first name of a value is its name.</summary>
    public void Know(IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values) _names.TryAdd(value, name);
    }

    public JsonNode? OfRequest(JsonNode? body, string operation) => Of(body, new(operation, DateTimeOffset.UtcNow, IsAnswer: false), "", "");

    /// <summary>The answer, with the first items of long lists of objects alone; others may be the words of an enum, which belong together.</summary>
    public JsonNode? OfAnswer(JsonNode? body, string operation) => Of(body, new(operation, DateTimeOffset.UtcNow, IsAnswer: true), "", "");

    private JsonNode? Of(JsonNode? node, Scope scope, string field, string pointer) => node switch
    {
        JsonObject fields => new JsonObject(
            fields.Select(member => KeyValuePair.Create(OfText(member.Key, scope, "", pointer),
            Of(member.Value, scope, member.Key, $"{pointer}/{member.Key}")))),
        JsonArray items => new JsonArray(
            [.. items.Take(scope.IsAnswer && items is [JsonObject, ..] ? LongestList : items.Count)
            .Select((item, index) => Of(item, scope, field, $"{pointer}/{index}"))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(OfText(text, scope, field, pointer)),
        JsonValue value when scope.IsAnswer && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
            && Measured.TryGetValue(field, out var measured) => JsonValue.Create(measured),
        JsonValue value when value.TryGetValue<long>(out var number)
            && number >= LeastRandomNumber => JsonValue.Create(
                long.Parse(NumberOf(number.ToString(CultureInfo.InvariantCulture), scope, pointer), CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private string OfText(string text, Scope scope, string field, string pointer)
    {
        if (Secrets.TryGetValue(field, out var secret) && text.Length >= 20) return secret;
        foreach (var (value, name) in _names)
        {
            if (places.TryGetValue(name, out var place)) text = text.Replace(value, place, StringComparison.Ordinal);
        }
        text = Address().Replace(text, Server);
        text = EscapedAddress().Replace(text, Uri.EscapeDataString(Server));
        text = Opaque().Replace(text, "$1of-this-authorization");
        text = Uuid().Replace(text, found => IdOf(found.Value, scope, pointer));
        text = LongHex().Replace(text, "0123456789abcdef0123456789abcdef");
        // Those in the descriptions of actions are of their manifests.
        if (field != "description") text = Time().Replace(text, found => TimeOf(found.Value, scope));
        text = LongNumber().Replace(text, found => NumberOf(found.Value, scope, pointer));
        return Day().Replace(text, found => DayOf(found.Value, scope));
    }

    /// <summary>A UUID of version 7 that its name makes.</summary>
    private string IdOf(string id, Scope scope, string pointer)
    {
        if (id == Guid.Empty.ToString()) return id;
        if (!scope.Ids.TryGetValue(id, out var steady))
        {
            var hash = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(_names.TryGetValue(id, out var name) ? name : scope.Operation + pointer)));
            scope.Ids[id] = steady = $"019bc10e-2b40-7{hash[..3]}-8{hash[3..6]}-{hash[6..18]}";
        }
        return steady;
    }

    /// <summary>A number of four digits that its name makes.</summary>
    private string NumberOf(string number, Scope scope, string pointer)
    {
        if (!scope.Ids.TryGetValue(number, out var steady))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(_names.TryGetValue(number, out var name) ? name : scope.Operation + pointer));
            scope.Ids[number] = steady = (1000 + BitConverter.ToUInt32(hash) % 9000).ToString(CultureInfo.InvariantCulture);
        }
        return steady;
    }

    /// <summary>As far from the moment as it was from now: in steps that a slow machine does not matter for, and in whole hours where it is one.</summary>
    private static string TimeOf(string text, Scope scope)
    {
        var time = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        var distance = time - scope.Now;
        if (Math.Abs(distance.TotalDays) > FarDays) return text;
        var isHour = time.TimeOfDay.Ticks % TimeSpan.TicksPerHour == 0;
        var steady = isHour ? Floor(Moment, TimeSpan.FromHours(1)) + (time - Floor(scope.Now, TimeSpan.FromHours(1)))
            : Moment + Grain * Math.Round(distance / Grain);
        return steady.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private static string DayOf(string text, Scope scope)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return text;
        var distance = day.DayNumber - DateOnly.FromDateTime(scope.Now.UtcDateTime).DayNumber;
        return Math.Abs(distance) > FarDays ? text
            : DateOnly.FromDateTime(Moment.UtcDateTime).AddDays(distance).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - time.UtcTicks % step.Ticks, TimeSpan.Zero);

    [GeneratedRegex(@"https?://(127\.0\.0\.1|localhost):\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("https?%3A%2F%2F(127\\.0\\.0\\.1|localhost)%3A[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex EscapedAddress();

    [GeneratedRegex("((?:state|code_challenge|client_id)=)[^&]+", RegexOptions.NonBacktracking)]
    private static partial Regex Opaque();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();

    [GeneratedRegex("[0-9a-f]{32,64}", RegexOptions.NonBacktracking)]
    private static partial Regex LongHex();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d{10,19}$", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    /// <param name="IsAnswer">Whether the server said it; of what it is asked, only the flow's values are this run's alone.</param>
    private sealed record Scope(string Operation, DateTimeOffset Now, bool IsAnswer)
    {
        public Dictionary<string, string> Ids { get; } = [];
    }
}
