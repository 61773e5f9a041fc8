using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>The addresses that count as one caller: one of IPv4, or a /64 of IPv6, which is what one connection has to choose from (RFC 6177).</summary>
internal readonly record struct AddressBlock(bool IsV6, ulong Prefix)
{
    /// <param name="address">Null, where the connection has none, is a caller of its own.</param>
    public static AddressBlock Of(IPAddress? address)
    {
        if (address is null) return default;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily == AddressFamily.InterNetwork) return new(false, BinaryPrimitives.ReadUInt32BigEndian(bytes));
        return address.IsIPv4MappedToIPv6 ? new(false, BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]))
            : new(true, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }
}
