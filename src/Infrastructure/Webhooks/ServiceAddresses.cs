using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>
/// Who sends webhooks, in memory. Only cipher text is kept. What is not there is not remembered: unknown names must not push out those that exist.
/// </summary>
internal sealed class ServiceAddresses(
    IDbContextFactory<ModuleXDbContext> contexts, IOrganizationRepository organizations, AccessNotices notices, AccessWatch watch) : IServiceAddresses
{
    private const int Capacity = 10_000;

    private readonly WatchedCache<(string Domain, string Name), ServiceAddress> _known =
        new(Capacity, static (service, subject) => service.Id.Value == subject || service.Tenant.Value == subject, notices, watch);

    public ValueTask<ServiceAddress?> FindAsync(string domain, string name, CancellationToken cancellationToken) =>
        _known.TryGet((domain, Service.KeyOf(name)), out var service) ? new(service) : new(ReadAsync(domain, Service.KeyOf(name), cancellationToken));

    private async Task<ServiceAddress?> ReadAsync(string domain, string key, CancellationToken cancellationToken)
    {
        var forgets = _known.Forgets;
        if (await organizations.FindTenantAsync(domain, cancellationToken) is not { } tenant) return null;
        await using var db = await contexts.OpenAsync(tenant.Id, cancellationToken);
        if (await db.Services.SingleOrDefaultAsync(service => service.NameKey == key && service.IsActive, cancellationToken) is not { } found) return null;
        var address = new ServiceAddress(tenant.Id, found.Id, found.SealedSecret, found.Signature);
        _known.Keep((domain, key), address, forgets);
        return address;
    }
}
