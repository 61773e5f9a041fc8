using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>What goes on in an organization that the caller administers. NotFound and Forbidden as for the organization itself.</summary>
public sealed record GetOrganizationStatisticsQuery(Caller Caller, OrganizationId Organization) : IQuery<MeasuredOrganizationView>;

/// <summary>An organization and its numbers.</summary>
public sealed record MeasuredOrganizationView(OrganizationView Organization, OrganizationStatisticsView Statistics);

/// <summary>The numbers of an organization. Days and months are those of UTC.</summary>
/// <param name="Users">Its members.</param>
/// <param name="Tools">Tools that a member, or somebody whom the organization's backend names, has connected.</param>
/// <param name="ActiveTools">Those of them that somebody can use now.</param>
/// <param name="StoredBytes">The sealed credentials of those connections.</param>
/// <param name="LastActivityAt">When a member or a service key last called; null for never.</param>
public sealed record OrganizationStatisticsView(
    int Users, int ActiveUsers, int Tools, int ActiveTools, long CallsToday, long CallsThisMonth, long StoredBytes, DateTimeOffset? LastActivityAt);

internal sealed class GetOrganizationStatisticsHandler(IOrganizationDirectory organizations, TimeProvider time)
    : IQueryHandler<GetOrganizationStatisticsQuery, MeasuredOrganizationView>
{
    public async Task<Result<MeasuredOrganizationView>> Handle(GetOrganizationStatisticsQuery query, CancellationToken cancellationToken)
    {
        var (caller, id) = (query.Caller, query.Organization);
        if (caller.RefusalFor(id) is { } refusal) return refusal;
        if (await organizations.FindAsync(caller.Tenant, id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        return new MeasuredOrganizationView(organization, await organizations.MeasureAsync(caller.Tenant, id, time.GetUtcNow(), cancellationToken));
    }
}
