using System.Collections.Immutable;
using System.Text.Json;

namespace ModuleX.Domain.ConnectLinks;

/// <summary>Where an organization's connect links send people back to, as its settings say.</summary>
/// <param name="Origins">Under <c>return_origins</c>; null where the settings say nothing, so that the server's own list counts.</param>
/// <param name="Default">Under <c>return_url</c>: for links that name no address, as those have that errors carry; null for none.</param>
public sealed record ReturnPlaces(ImmutableArray<string>? Origins, string? Default)
{
    public const string OriginsSetting = "return_origins";
    public const string DefaultSetting = "return_url";

    /// <param name="settings">A JSON object.</param>
    public static ReturnPlaces In(string settings)
    {
        using var parsed = JsonDocument.Parse(settings);
        var root = parsed.RootElement;
        // What is no list allows nothing: to take the server's list for it would open more than the organization meant.
        ImmutableArray<string>? origins = !root.TryGetProperty(OriginsSetting, out var list) ? null
            : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(TextOf).OfType<string>()] : [];
        return new ReturnPlaces(origins, root.TryGetProperty(DefaultSetting, out var address) ? TextOf(address) : null);
    }

    /// <summary>Whether every entry is of the right form.</summary>
    /// <param name="settings">A JSON object.</param>
    public static bool AreReadableIn(JsonElement settings) =>
        (!settings.TryGetProperty(OriginsSetting, out var list)
            || (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(one => TextOf(one) is { } origin && ReturnOrigin.IsOne(origin))))
        && (!settings.TryGetProperty(DefaultSetting, out var address) || (TextOf(address) is { } url && ReturnOrigin.Of(url) is not null));

    /// <param name="server">The origins that count where the organization has no list.</param>
    public bool Allow(string url, IEnumerable<string> server) =>
        ReturnOrigin.Of(url) is { } origin && (Origins ?? server).Contains(origin, StringComparer.Ordinal);

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
