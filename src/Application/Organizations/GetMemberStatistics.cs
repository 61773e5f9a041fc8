using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>The members of an organization in numbers. The caller is known to administer it.</summary>
public sealed record GetMemberStatisticsQuery(TenantId Tenant, OrganizationId Organization) : IQuery<MemberStatisticsView>;

internal sealed class GetMemberStatisticsHandler(IMemberDirectory members, TimeProvider time) : IQueryHandler<GetMemberStatisticsQuery, MemberStatisticsView>
{
    public async Task<Result<MemberStatisticsView>> Handle(GetMemberStatisticsQuery query, CancellationToken cancellationToken) =>
        await members.CountAsync(query.Tenant, query.Organization, time.GetUtcNow(), cancellationToken);
}
