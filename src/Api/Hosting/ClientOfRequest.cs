using ModuleX.Application.Access;

namespace ModuleX.Api.Hosting;

/// <summary>From where a request comes.</summary>
internal sealed record ClientOfRequest(ClientFacts Facts)
{
    public static ValueTask<ClientOfRequest?> BindAsync(HttpContext context) => new(new ClientOfRequest(Of(context)));

    public static ClientFacts Of(HttpContext context) => new(AddressOf(context), context.Request.Headers.UserAgent is [{ Length: > 0 } agent] ? agent : null);

    /// <summary>
    /// The peer's address as it is recorded everywhere: one of IPv4 in its own form, also where the socket is one of IPv6. Null where there is none.
    /// </summary>
    public static string? AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
    }
}
