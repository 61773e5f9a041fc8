using System.Net;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Settings that are right for a trial and seldom for a server that others reach. Outside of Development the start warns of them, and admins of the platform
/// see them.
/// </summary>
internal sealed class RiskySettings(IConfiguration settings, IHostEnvironment environment, ILogger<RiskySettings> logger)
{
    /// <summary>A sentence for each, as the settings are now; empty in Development.</summary>
    public IReadOnlyList<string> Current => environment.IsDevelopment() ? [] : [.. Sentences()];

    /// <summary>One warning for all of them; none where there are none.</summary>
    public void Warn()
    {
        if (Current is { Count: > 0 } sentences) logger.LogWarning("Settings to look at before others use this server: {Settings}",
            string.Join("; ", sentences));
    }

    private IEnumerable<string> Sentences()
    {
        if (MockServices.AreOn(settings, environment)) yield return "MockServices:Enabled is true: the mock services need no token";
        if (settings["PublicUrl"]?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true)
            yield return "PublicUrl has no https: authorization codes come back in clear text";
        foreach (var entry in settings.GetSection("Egress:Allow").GetChildren().Select(entry => entry.Value?.Trim()).Where(IsEverything))
            yield return $"Egress:Allow has {entry}: tools may call every address of the internal network";
        if (settings["AllowedHosts"] is not { Length: > 0 } hosts || hosts.Split(';', StringSplitOptions.TrimEntries).Contains("*"))
            yield return "AllowedHosts is *: requests may name any host";
    }

    private static bool IsEverything(string? entry) => IPNetwork.TryParse(entry, out var network) && network.PrefixLength == 0;
}
