using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Integrations;

internal sealed class Installations(IDbContextFactory<ModuleXDbContext> contexts) : IInstallations
{
    /// <summary>How many owners one query asks for; databases take some two thousand parameters.</summary>
    private const int OwnersAtOnce = 500;

    public async Task<IReadOnlyDictionary<string, int>> CountUsersAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var members = await db.Memberships.Where(membership => membership.OrganizationId == organization).Select(membership => membership.UserId)
            .ToListAsync(cancellationToken);
        var counts = new Dictionary<string, int>();
        foreach (var some in members.Chunk(OwnersAtOnce))
        {
            var owners = some.Select(member => OwnerId.User(member.Value).Value).ToList();
            // A person with several accounts of a tool is one user.
            var connected = await db.ToolSessions.Where(row => owners.Contains(row.Owner) && row.CredentialId != null)
                .Select(row => new { row.Tool, row.Owner }).Distinct()
                .GroupBy(row => row.Tool).Select(rows => new { Tool = rows.Key, Users = rows.Count() })
                .ToListAsync(cancellationToken);
            foreach (var one in connected) counts[one.Tool] = counts.GetValueOrDefault(one.Tool) + one.Users;
        }
        return counts;
    }

    public async Task<IReadOnlyList<string>> ListToolsOfAllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Integrations.AcrossTenants().Select(integration => integration.Tool).Distinct().OrderBy(tool => tool).ToListAsync(cancellationToken);
    }
}
