using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Reads single values of an answer, where RFC 6749 or the manifest's map says they are.</summary>
internal static class GrantValues
{
    public const string ExpiresIn = "expires_in";
    public const string ExpiresAt = "expires_at";
    public const string Scope = "scope";

    /// <summary>What says something of the credential and is no value of it.</summary>
    public static readonly FrozenSet<string> Facts = [ExpiresIn, ExpiresAt, Scope];

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>The value of a field: by the map, else at the top of the answer under its own name.</summary>
    public static JsonElement? Find(IReadOnlyDictionary<string, JsonPath> map, JsonElement root, string field)
    {
        if (map.TryGetValue(field, out var path)) return path.First(root);
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(field, out var value) ? value : null;
    }

    /// <summary>A string that is not empty, or a number as it is written; null for anything else.</summary>
    public static string? TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } found ? found : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>Seconds as a number or, as some services write them, as a string; null when it says nothing or nothing sensible.</summary>
    public static TimeSpan? LifetimeOf(JsonElement? value)
    {
        if (!double.TryParse(TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || !(seconds > 0)) return null;
        return seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
    }

    /// <summary>
    /// The lifetime by <c>expires_in</c>, else by <c>expires_at</c> where the manifest maps it: a Unix time, in seconds or milliseconds, or ISO 8601.
    /// </summary>
    public static TimeSpan? LifetimeOf(IReadOnlyDictionary<string, JsonPath> map, JsonElement root, DateTimeOffset now)
    {
        if (LifetimeOf(Find(map, root, ExpiresIn)) is { } lifetime) return lifetime;
        if (!map.ContainsKey(ExpiresAt) || TextOf(Find(map, root, ExpiresAt)) is not { } text) return null;
        if (EndOf(text) is not { } end) return null;
        // One that is over is renewed before it is used.
        return end - now is var left && left > Longest ? Longest : left;
    }

    /// <summary>A list, or text with spaces (RFC 6749, section 3.3) or commas (GitHub, Slack) between the scopes.</summary>
    public static ImmutableArray<string> ScopesOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String)
            .Select(one => one.GetString()!)],
        { ValueKind: JsonValueKind.String } text => [.. text.GetString()!.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)],
        _ => [],
    };

    private static DateTimeOffset? EndOf(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            // No token lives until the year 5138, so it is milliseconds.
            var seconds = number >= 1e11 ? number / 1000 : number;
            return seconds is > 0 and < 1e11 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;
    }
}
