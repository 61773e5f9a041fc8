using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>The members of an organization that the caller is known to administer.</summary>
public sealed record ListMembersQuery(TenantId Tenant, OrganizationId Organization, MemberFilter Filter, PageRequest Page) : IQuery<Page<MemberView>>;

internal sealed class ListMembersHandler(IMemberDirectory members) : IQueryHandler<ListMembersQuery, Page<MemberView>>
{
    public async Task<Result<Page<MemberView>>> Handle(ListMembersQuery query, CancellationToken cancellationToken) =>
        await members.ListAsync(query.Tenant, query.Organization, query.Filter, query.Page, cancellationToken);
}
