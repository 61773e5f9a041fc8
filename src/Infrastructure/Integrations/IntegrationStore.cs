using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Integrations;

internal sealed class IntegrationStore(ModuleXDbContext db) : IIntegrationStore
{
    public Task<Integration?> FindAsync(OrganizationId organization, string tool, CancellationToken cancellationToken) =>
        db.Integrations.AsTracking()
            .SingleOrDefaultAsync(integration => integration.OrganizationId == organization && integration.Tool == tool, cancellationToken);

    public async Task<IReadOnlySet<string>> ListToolsAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        (await db.Integrations.Where(integration => integration.OrganizationId == organization).Select(integration => integration.Tool)
            .ToListAsync(cancellationToken)).ToHashSet();

    public void Add(Integration integration) => db.Integrations.Add(integration);

    public void Remove(Integration integration) => db.Integrations.Remove(integration);

    public Task RemoveAllAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        db.Integrations.Where(integration => integration.OrganizationId == organization).ExecuteDeleteAsync(cancellationToken);
}
