using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.Integrations;

/// <summary>The installed tools of organizations, in memory: a run of an organization that is known asks no database.</summary>
internal sealed class OrganizationToolsCache(IDbContextFactory<ModuleXDbContext> contexts, AccessNotices notices, AccessWatch watch)
{
    private const int Capacity = 10_000;

    private readonly WatchedCache<(TenantId, OrganizationId),
        OrganizationTools> _organizations = new(Capacity, static (tools, subject) => tools.Concerns(subject), notices, watch);

    public ValueTask<OrganizationTools> GetAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken) =>
        _organizations.TryGet((tenant, organization), out var tools) ? new(tools) : new(ReadAsync(tenant, organization, cancellationToken));

    private async Task<OrganizationTools> ReadAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken)
    {
        var forgets = _organizations.Forgets;
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var installed = await db.Integrations.Where(integration => integration.OrganizationId == organization).ToListAsync(cancellationToken);
        var tools = new OrganizationTools(tenant, organization, installed);
        _organizations.Keep((tenant, organization), tools, forgets);
        return tools;
    }
}
