using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace ModuleX.Infrastructure.Runs.Egress;

/// <summary>
/// Tells public addresses from all others by the registries of special-purpose addresses (RFC 6890 and its successors at IANA).
/// An IPv6 address that carries an IPv4 address is judged by the one that it carries: a translator would deliver it there.
/// </summary>
internal static class AddressRanges
{
    private static readonly ImmutableArray<(IPNetwork Network, string Name)> SpecialV4 = Table(
        ("0.0.0.0/8", "unspecified"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "carrier-grade NAT"), ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"), ("192.0.0.0/24", "protocol assignment"), ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"), ("192.168.0.0/16", "private"), ("198.18.0.0/15", "benchmarking"), ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"), ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"),
        // The one metadata service that sits on a public address (Azure's host agent).
        ("168.63.129.16/32", "metadata"));

    private static readonly ImmutableArray<(IPNetwork Network, string Name)> SpecialV6 = Table(
        ("::/128", "unspecified"), ("::1/128", "loopback"), ("fd00:ec2::254/128", "metadata"), ("fc00::/7", "private"), ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"), ("ff00::/8", "multicast"), ("2001::/23", "protocol assignment"), ("2001:db8::/32", "documentation"),
        ("3fff::/20", "documentation"));

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>What kind of address it is when it is not a public one; null for a public one.</summary>
    public static string? KindOf(IPAddress address)
    {
        address = Plain(address);
        if (address.AddressFamily == AddressFamily.InterNetwork) return NameIn(SpecialV4, address);
        if (NameIn(SpecialV6, address) is { } name) return name;
        return GlobalUnicast.Contains(address) ? null : "reserved";
    }

    /// <summary>The IPv4 address inside of an IPv4-mapped, NAT64 or 6to4 address; else the address itself.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (Nat64.Contains(address)) return new IPAddress(address.GetAddressBytes().AsSpan(12, 4));
        if (SixToFour.Contains(address)) return new IPAddress(address.GetAddressBytes().AsSpan(2, 4));
        return address;
    }

    private static string? NameIn(ImmutableArray<(IPNetwork Network, string Name)> table, IPAddress address)
    {
        foreach (var (network, name) in table)
        {
            if (network.Contains(address)) return name;
        }
        return null;
    }

    private static ImmutableArray<(IPNetwork Network, string Name)> Table(params (string Network, string Name)[] rows) =>
        [.. rows.Select(row => (IPNetwork.Parse(row.Network), row.Name))];
}
