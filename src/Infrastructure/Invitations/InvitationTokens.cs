using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Invitations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Invitations;

internal sealed class InvitationTokens(IDbContextFactory<ModuleXDbContext> contexts) : IInvitationTokens
{
    public async Task<FoundInvitation?> FindAsync(string tokenHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Invitations.AcrossTenants().Where(invitation => invitation.TokenHash == tokenHash)
            .Join(db.Tenants.Where(tenant => tenant.DeactivatedAt == null), invitation => invitation.TenantId, tenant => tenant.Id,
                (invitation, tenant) => new { invitation, tenant.Domain })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new FoundInvitation(found.invitation, found.Domain);
    }
}
