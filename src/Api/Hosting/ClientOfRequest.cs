using ModuleX.Application.Access;

namespace ModuleX.Api.Hosting;

/// <summary>From where a request comes.</summary>
internal sealed record ClientOfRequest(ClientFacts Facts)
{
    public static ValueTask<ClientOfRequest?> BindAsync(HttpContext context) => new(new ClientOfRequest(Of(context)));

    public static ClientFacts Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return new(address?.ToString(), context.Request.Headers.UserAgent is [{ Length: > 0 } agent] ? agent : null);
    }
}
