using System.Globalization;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Where the server listens, by the settings that the framework has for it: <c>Kestrel:Endpoints</c>, else <c>Urls</c>, else <c>http_ports</c> and
/// <c>https_ports</c>.
/// </summary>
internal sealed class ListeningAddresses
{
    /// <summary>Where nothing else is said.</summary>
    public const string Default = "http://localhost:8000";

    public string Urls { get; set; } = "";

    /// <summary>Ports on all addresses; <c>ASPNETCORE_HTTP_PORTS</c> in images of the framework.</summary>
    [ConfigurationKeyName("http_ports")]
    public string HttpPorts { get; set; } = "";

    [ConfigurationKeyName("https_ports")]
    public string HttpsPorts { get; set; } = "";

    /// <summary>True when the server can make an address of each; none is for the default.</summary>
    public bool AreReadable
    {
        get
        {
            try
            {
                return PartsOf(Urls).Select(BindingAddress.Parse).All(address => address.Scheme is "http" or "https");
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }

    public bool HaveReadablePorts =>
        PartsOf(HttpPorts).Concat(PartsOf(HttpsPorts))
            .All(port => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536);

    /// <summary>The addresses of the settings, the default included. Some may be no address: that is told with all other settings.</summary>
    public static IReadOnlyList<string> Of(IConfiguration settings)
    {
        var endpoints = settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0) return endpoints;
        if (PartsOf(settings[nameof(Urls)]) is { Length: > 0 } urls) return urls;
        string[] ports = [.. PartsOf(settings["http_ports"]).Select(port => $"http://*:{port}"),
            .. PartsOf(settings["https_ports"]).Select(port => $"https://*:{port}")];
        return ports.Length > 0 ? ports : [Default];
    }

    /// <summary>The first address that can be called from this machine; null where there is none, or where the system chooses the port.</summary>
    public static Uri? OwnAmong(IEnumerable<string> addresses)
    {
        foreach (var text in addresses)
        {
            if (TryParse(text) is not { IsUnixPipe: false, IsNamedPipe: false, Port: > 0 } address) continue;
            // What stands for every address of the machine is no address to call.
            var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
            if (Uri.TryCreate($"{address.Scheme}://{host}:{address.Port}{address.PathBase}", UriKind.Absolute, out var url)) return url;
        }
        return null;
    }

    private static BindingAddress? TryParse(string text)
    {
        try
        {
            return BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string[] PartsOf(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
