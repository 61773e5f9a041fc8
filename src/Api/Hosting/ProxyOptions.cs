using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using ModuleX.Infrastructure.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace ModuleX.Api.Hosting;

/// <summary>Whose word on where a request comes from is believed. Section <c>Proxies</c>.</summary>
internal sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>
    /// Networks (10.0.0.0/8) and addresses of proxies. From them <c>X-Forwarded-For</c> is read from the right up to the first address that is none
    /// of them, and <c>X-Forwarded-Proto</c> with it. Empty: the headers are ignored, as any caller may send them.
    /// </summary>
    public IList<string> Trusted { get; } = [];

    public static void AddTo(IServiceCollection services) => services.AddSettings<ProxyOptions>(ProxyOptions.Section)
        .Validate(options => options.Trusted.All(proxy => TryParse(proxy, out _)),
            "Proxies:Trusted must be networks and addresses, as in 10.0.0.0/8, fd12::/64 or 127.0.0.1")
        .ValidateOnStart();

    /// <summary>Before all that looks at the peer's address.</summary>
    public static void Use(WebApplication app)
    {
        // Read once: a middleware can't be told other networks later.
        if (app.Configuration.GetSection(Section).Get<ProxyOptions>() is not { Trusted.Count: > 0 } options) return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.Trusted)
        {
            if (TryParse(proxy, out var network)) forwarded.KnownIPNetworks.Add(network);
        }
        app.UseForwardedHeaders(forwarded);
    }

    private static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
