using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Runs.Egress;

/// <summary>Decides which addresses may be called: the public ones, and what <c>Egress:Allow</c> names.</summary>
internal sealed class EgressPolicy
{
    private readonly ImmutableArray<string> _hosts;
    private readonly ImmutableArray<IPNetwork> _networks;

    public EgressPolicy(IOptions<EgressOptions> options)
    {
        var hosts = ImmutableArray.CreateBuilder<string>();
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var text in options.Value.Allow)
        {
            if (!EgressEntry.TryParse(text, out var entry)) continue;
            if (entry.Host is { } host) hosts.Add(host);
            if (entry.Network is { } network) networks.Add(network);
        }
        _hosts = hosts.ToImmutable();
        _networks = networks.ToImmutable();
    }

    /// <summary>Why this address must not be called under this name; null when it may be.</summary>
    public string? RefusalOf(string host, IPAddress address)
    {
        if (AddressRanges.KindOf(address) is not { } kind || Names(host, address)) return null;
        return kind;
    }

    /// <summary>Whether <c>Egress:Allow</c> names the host or the address.</summary>
    public bool Names(string host, IPAddress address) => AllowsHost(host) || AllowsAddress(address);

    private bool AllowsHost(string host)
    {
        var name = host.TrimEnd('.');
        foreach (var pattern in _hosts)
        {
            if (HostPattern.Matches(pattern, name)) return true;
        }
        return false;
    }

    private bool AllowsAddress(IPAddress address)
    {
        var plain = AddressRanges.Plain(address);
        foreach (var network in _networks)
        {
            if (network.Contains(plain) || network.Contains(address)) return true;
        }
        return false;
    }
}
