using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>
/// Deletes an organization; its row stays, for its history. Its members leave and find a home in the default organization, and its service keys,
/// installed tools and webhooks end. NotFound: there is none. Conflict: it is the default one, or the default one has no place for the members. Invalid: it has
/// active users and may have none.
/// </summary>
public sealed record DeleteOrganizationCommand(Caller Caller, OrganizationId Organization, ActiveMembers ActiveMembers) : ICommand<OrganizationView>;

/// <summary>What active members mean for the deletion of their organization.</summary>
public enum ActiveMembers
{
    /// <summary>It is refused.</summary>
    PreventIt,

    /// <summary>They leave and find a home, as inactive members do in either case.</summary>
    MoveHome,
}

internal sealed class DeleteOrganizationHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<DeleteOrganizationCommand, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(DeleteOrganizationCommand command, CancellationToken cancellationToken)
    {
        var (caller, id, now) = (command.Caller, command.Organization, time.GetUtcNow());
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        // No user joins between the look at the members and the end.
        await work.Organizations.HoldAsync(id, cancellationToken);
        if (await work.Organizations.FindAsync(id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        var deleted = organization.To<OrganizationView>();
        if (organization.Delete(now).Failed(out var error, out _)) return error;
        if (command.ActiveMembers == ActiveMembers.PreventIt && await work.Organizations.CountActiveMembersAsync(id, cancellationToken) is > 0 and var active)
            return OrganizationErrors.HasActiveUsers(active);
        if ((await MoveMembersAsync(work, id, now, cancellationToken)).Failed(out error, out _)) return error;
        await work.Organizations.RevokeKeysAsync(id, now, cancellationToken);
        await work.ToolSessions.ReleaseAsync(id, now, cancellationToken);
        await work.Integrations.RemoveAllAsync(id, cancellationToken);
        await work.OutgoingWebhooks.RemoveAllAsync(id, cancellationToken);
        work.Announce(id.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.OrganizationDeleted, AuditResources.Organization, id.ToString(), id)
            .With("members_moved", deleted.MemberCount));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : deleted;
    }

    private static async Task<Result<Done>> MoveMembersAsync(IUnitOfWork work, OrganizationId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var membership in await work.Organizations.ListMembersAsync(id, cancellationToken))
        {
            await work.LeaveAsync(membership, cancellationToken);
            // A membership has a user: the database sees to it.
            var user = (await work.Users.FindAsync(membership.UserId, cancellationToken))!;
            if ((await work.FindHomeAsync(user, id, now, cancellationToken)).Failed(out var error, out _)) return error;
        }
        return Done.Result;
    }
}
