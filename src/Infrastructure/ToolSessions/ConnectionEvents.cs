using Microsoft.EntityFrameworkCore;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Writes what happens to connections into the outbox of webhooks, on the context that saves the session.</summary>
internal static class ConnectionEvents
{
    /// <returns>What was added; null for a user who is not there any more, and has no organization to be told.</returns>
    public static async Task<OutgoingEvent?> AddAsync(
        ModuleXDbContext db, ToolSessionSnapshot session, ConnectionEvent happened, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OrganizationOfAsync(db, session.Id.Owner, cancellationToken) is not { } organization) return null;
        var told = OutgoingEvent.Of(
            session.Id.Tenant, organization, ConnectionEventData.TypeOf(happened.Kind), ConnectionEventData.Of(session, happened, organization).ToJson(), now);
        db.OutgoingEvents.Add(told);
        return told;
    }

    /// <summary>A user's connections are the user's own; they are told to the home organization.</summary>
    private static async Task<OrganizationId?> OrganizationOfAsync(ModuleXDbContext db, OwnerId owner, CancellationToken cancellationToken)
    {
        if (owner.FindUser() is not { } user) return owner.FindOrganization();
        return await db.Users.Where(row => row.Id == user).Select(row => (OrganizationId?)row.OrganizationId).SingleOrDefaultAsync(cancellationToken);
    }
}
