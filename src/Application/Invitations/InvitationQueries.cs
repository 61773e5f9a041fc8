using Ardalis.Specification;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Invitations;

/// <summary>The invitations of an organization that the caller administers, newest first; those that ended longer ago than 90 days may be gone.</summary>
public sealed record ListInvitationsQuery(Caller Caller, OrganizationId Organization, CursorRequest Page) : IQuery<CursorPage<InvitationView>>;

/// <summary>One invitation. NotFound: unknown, or another organization's.</summary>
public sealed record GetInvitationQuery(Caller Caller, OrganizationId Organization, InvitationId Invitation) : IQuery<InvitationView>;

internal sealed class ListInvitationsHandler(IReader<Invitation> invitations, TimeProvider time)
    : IQueryHandler<ListInvitationsQuery, CursorPage<InvitationView>>
{
    public async Task<Result<CursorPage<InvitationView>>> Handle(ListInvitationsQuery query, CancellationToken cancellationToken)
    {
        if (query.Caller.RefusalFor(query.Organization) is { } refusal) return refusal;
        var read = await invitations.ListAsync(query.Caller.Tenant, new InvitationsSpec(query.Organization, query.Page), cancellationToken);
        return CursorPage<Invitation>.Of(read, query.Page, invitation => new Cursor(invitation.CreatedAt, invitation.Id.Value))
            .Select(invitation => InvitationView.Of(invitation, time.GetUtcNow()));
    }
}

internal sealed class GetInvitationHandler(IReader<Invitation> invitations, TimeProvider time) : IQueryHandler<GetInvitationQuery, InvitationView>
{
    public async Task<Result<InvitationView>> Handle(GetInvitationQuery query, CancellationToken cancellationToken)
    {
        if (query.Caller.RefusalFor(query.Organization) is { } refusal) return refusal;
        return await invitations.FindAsync(query.Caller.Tenant, new InvitationSpec(query.Organization, query.Invitation), cancellationToken)
            is { } invitation ? InvitationView.Of(invitation, time.GetUtcNow()) : InvitationErrors.NotFound;
    }
}

/// <summary>The invitations of an organization, newest first.</summary>
internal sealed class InvitationsSpec : Specification<Invitation>
{
    public InvitationsSpec(OrganizationId organization, CursorRequest page)
    {
        Query.Where(invitation => invitation.OrganizationId == organization);
        if (page.After is var (at, id))
        {
            var last = new InvitationId(id);
            Query.Where(invitation => invitation.CreatedAt < at || (invitation.CreatedAt == at && invitation.Id.CompareTo(last) < 0));
        }
        Query.OrderByDescending(invitation => invitation.CreatedAt).ThenByDescending(invitation => invitation.Id).Take(page.Read);
    }
}

internal sealed class InvitationSpec : Specification<Invitation>
{
    public InvitationSpec(OrganizationId organization, InvitationId id) =>
        Query.Where(invitation => invitation.Id == id && invitation.OrganizationId == organization);
}
