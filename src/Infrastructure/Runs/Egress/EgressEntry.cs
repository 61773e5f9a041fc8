using System.Net;

namespace ModuleX.Infrastructure.Runs.Egress;

/// <summary>One entry of <c>Egress:Allow</c>: a host pattern or a network.</summary>
/// <param name="Host">Lower case, maybe with <c>*.</c> in front; null for a network.</param>
/// <param name="Network">A single address is a network of one; null for a host.</param>
internal sealed record EgressEntry(string? Host, IPNetwork? Network)
{
    public static bool TryParse(string text, out EgressEntry entry)
    {
        entry = new(null, null);
        var trimmed = text.Trim();
        if (IPNetwork.TryParse(trimmed, out var network))
        {
            entry = new(null, network);
            return true;
        }
        if (IPAddress.TryParse(trimmed.Trim('[', ']'), out var address))
        {
            var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            entry = new(null, new IPNetwork(plain, plain.GetAddressBytes().Length * 8));
            return true;
        }
        var host = trimmed.ToLowerInvariant();
        if (Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) != UriHostNameType.Dns) return false;
        entry = new(host, null);
        return true;
    }
}
