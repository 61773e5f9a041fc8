using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>
/// The members of an organization that the caller administers, in the order in which they joined. NotFound and Forbidden as for the organization
/// itself.
/// </summary>
public sealed record ListOrganizationUsersQuery(Caller Caller, OrganizationId Organization, PageRequest Page) : IQuery<OrganizationUsersView>;

/// <summary>An organization and a part of its members.</summary>
public sealed record OrganizationUsersView(OrganizationView Organization, Page<MemberView> Users);

internal sealed class ListOrganizationUsersHandler(IOrganizationDirectory organizations, IMemberDirectory members)
    : IQueryHandler<ListOrganizationUsersQuery, OrganizationUsersView>
{
    public async Task<Result<OrganizationUsersView>> Handle(ListOrganizationUsersQuery query, CancellationToken cancellationToken)
    {
        var (caller, id) = (query.Caller, query.Organization);
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        if (await organizations.FindAsync(caller.Tenant, id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        return new OrganizationUsersView(organization, await members.ListAsync(caller.Tenant, id, new MemberFilter(), query.Page, cancellationToken));
    }
}
