using System.Collections.Frozen;
using System.Net;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Hosting;

/// <summary>The caller that needs no key: on this machine, in the Development environment.</summary>
internal sealed class DevelopmentCaller(IHostEnvironment environment, IServiceScopeFactory scopes)
{
    private static readonly FrozenSet<string> ProxyHeaders =
        FrozenSet.ToFrozenSet(
            ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "CF-Connecting-IP", "CF-Ray", "True-Client-IP", "Fly-Client-IP"],
            StringComparer.OrdinalIgnoreCase);

    private ServicePrincipal? _principal;

    public async ValueTask<ServicePrincipal?> FindAsync(HttpContext context)
    {
        if (!environment.IsDevelopment() || !IsOnThisMachine(context)) return null;
        return _principal ??= await LoadAsync(context.RequestAborted);
    }

    /// <summary>
    /// A page in a browser of this machine is a caller on this machine, too. It gives itself away by its Origin, or, when its name was made
    /// to point here (DNS rebinding), by the Host. A proxy on this machine forwards for others.
    /// </summary>
    private static bool IsOnThisMachine(HttpContext context)
    {
        var request = context.Request;
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && IsLoopbackName(request.Host.Host)
            && request.Headers.Origin.All(origin => origin == $"{request.Scheme}://{request.Host}")
            && !request.Headers.Keys.Any(IsAddedByProxies);
    }

    /// <summary>What proxies, tunnels and content networks add. <c>X-Original-For</c> is left where a trusted proxy's word was taken.</summary>
    private static bool IsAddedByProxies(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || ProxyHeaders.Contains(header);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private async Task<ServicePrincipal?> LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var organizations = scope.ServiceProvider.GetRequiredService<IOrganizationRepository>();
        if (await organizations.FindTenantAsync(Tenant.DefaultDomain, cancellationToken) is not { } tenant) return null;
        return await organizations.FindAsync(tenant.Id, Organization.DefaultSlug, cancellationToken) is { } organization
            ? ServicePrincipal.Development(organization)
            : null;
    }
}
