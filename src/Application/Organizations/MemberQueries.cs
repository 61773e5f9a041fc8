using ModuleX.Application.Access;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>The members of an organization that the caller is known to administer.</summary>
public sealed record ListMembersQuery(TenantId Tenant, OrganizationId Organization, MemberFilter Filter, PageRequest Page) : IQuery<Page<MemberView>>;

/// <summary>
/// A member of an organization that the caller is known to administer, with what the member has and did lately. NotFound: the user is no member.
/// </summary>
public sealed record GetMemberQuery(TenantId Tenant, OrganizationId Organization, UserId User) : IQuery<MemberDetailsView>;

/// <summary>The members of an organization in numbers. The caller is known to administer it.</summary>
public sealed record GetMemberStatisticsQuery(TenantId Tenant, OrganizationId Organization) : IQuery<MemberStatisticsView>;

/// <summary>
/// The members of an organization that the caller administers, in the order in which they joined. NotFound and Forbidden as for the organization itself.
/// </summary>
public sealed record ListOrganizationUsersQuery(Caller Caller, OrganizationId Organization, PageRequest Page) : IQuery<OrganizationUsersView>;

/// <summary>An organization and a part of its members.</summary>
public sealed record OrganizationUsersView(OrganizationView Organization, Page<MemberView> Users);

/// <summary>What goes on in an organization that the caller administers. NotFound and Forbidden as for the organization itself.</summary>
public sealed record GetOrganizationStatisticsQuery(Caller Caller, OrganizationId Organization) : IQuery<MeasuredOrganizationView>;

/// <summary>An organization and its numbers.</summary>
public sealed record MeasuredOrganizationView(OrganizationView Organization, OrganizationStatisticsView Statistics);

/// <summary>The numbers of an organization. Days and months are those of UTC.</summary>
/// <param name="Users">Its members.</param>
/// <param name="Tools">Tools that a member, or an external owner of the organization, has connected.</param>
/// <param name="ActiveTools">Those of them that can be used now.</param>
/// <param name="StoredBytes">The sealed credentials of those connections.</param>
/// <param name="LastActivityAt">When a member or a service key last called; null for never.</param>
public sealed record OrganizationStatisticsView(
    int Users, int ActiveUsers, int Tools, int ActiveTools, long CallsToday, long CallsThisMonth, long StoredBytes, DateTimeOffset? LastActivityAt);

internal sealed class ListMembersHandler(IMembers members) : IQueryHandler<ListMembersQuery, Page<MemberView>>
{
    public async Task<Result<Page<MemberView>>> Handle(ListMembersQuery query, CancellationToken cancellationToken) =>
        await members.ListAsync(query.Tenant, query.Organization, query.Filter, query.Page, cancellationToken);
}

internal sealed class GetMemberHandler(IMembers members, IToolCatalog catalog, TimeProvider time) : IQueryHandler<GetMemberQuery, MemberDetailsView>
{
    private const int Newest = 20;

    public async Task<Result<MemberDetailsView>> Handle(GetMemberQuery query, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(query.Tenant, query.Organization, query.User, Newest, time.GetUtcNow(), cancellationToken) is not { } found)
            return IdentityErrors.UserNotFound;
        return found with { Tools = [.. found.Tools.Select(tool => tool with { Category = CategoryOf(tool.Name) })] };
    }

    private string? CategoryOf(string tool) => catalog.FindTool(tool).Failed(out _, out var known) ? null : known.Categories.FirstOrDefault();
}

internal sealed class GetMemberStatisticsHandler(IMembers members, TimeProvider time) : IQueryHandler<GetMemberStatisticsQuery, MemberStatisticsView>
{
    public async Task<Result<MemberStatisticsView>> Handle(GetMemberStatisticsQuery query, CancellationToken cancellationToken) =>
        await members.CountAsync(query.Tenant, query.Organization, time.GetUtcNow(), cancellationToken);
}

internal sealed class ListOrganizationUsersHandler(DescribedOrganizations organizations, IMembers members)
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

internal sealed class GetOrganizationStatisticsHandler(DescribedOrganizations organizations, IOrganizationStatistics statistics, TimeProvider time)
    : IQueryHandler<GetOrganizationStatisticsQuery, MeasuredOrganizationView>
{
    public async Task<Result<MeasuredOrganizationView>> Handle(GetOrganizationStatisticsQuery query, CancellationToken cancellationToken)
    {
        var (caller, id) = (query.Caller, query.Organization);
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        if (await organizations.FindAsync(caller.Tenant, id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        return new MeasuredOrganizationView(organization, await statistics.MeasureAsync(caller.Tenant, id, time.GetUtcNow(), cancellationToken));
    }
}
