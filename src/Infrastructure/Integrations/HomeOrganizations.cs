using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.Integrations;

/// <summary>The home organizations of users, in memory.</summary>
internal sealed class HomeOrganizations(IDbContextFactory<ModuleXDbContext> contexts, AccessNotices notices, AccessWatch watch) : IHomeOrganizations
{
    private const int Capacity = 10_000;

    private readonly WatchedCache<(TenantId, UserId), Home> _homes = new(Capacity, static (home, subject) => home.Concerns(subject), notices, watch);

    public async ValueTask<OrganizationId?> FindAsync(TenantId tenant, UserId user, CancellationToken cancellationToken)
    {
        if (_homes.TryGet((tenant, user), out var known)) return known.Organization;
        var forgets = _homes.Forgets;
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == user, cancellationToken) is not { } found) return null;
        _homes.Keep((tenant, user), new Home(tenant, user, found.OrganizationId), forgets);
        return found.OrganizationId;
    }

    private sealed record Home(TenantId Tenant, UserId User, OrganizationId Organization)
    {
        public bool Concerns(Guid subject) => User.Value == subject || Organization.Value == subject || Tenant.Value == subject;
    }
}
