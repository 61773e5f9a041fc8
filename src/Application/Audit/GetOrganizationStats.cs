using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>How much was done in an organization of what is recorded. NotFound: unknown, or out of the caller's reach.</summary>
/// <param name="Days">How far to look back.</param>
public sealed record GetOrganizationStatsQuery(Caller Caller, OrganizationId Organization, int Days) : IQuery<OrganizationStatsView>;

/// <summary>What was done in an organization.</summary>
/// <param name="ActiveUsers">How many users did it.</param>
/// <param name="SuccessRate">Of 100, to one decimal: what did not fail. 100 where nothing was done.</param>
public sealed record OrganizationStatsView(
    OrganizationId Organization, int Days, int Total, int ActiveUsers, IReadOnlyDictionary<string, int> ByResource, int Failed, double SuccessRate);

internal sealed class GetOrganizationStatsHandler(IOrganizationRepository organizations, IAuditTrail trail, TimeProvider time)
    : IQueryHandler<GetOrganizationStatsQuery, OrganizationStatsView>
{
    public async Task<Result<OrganizationStatsView>> Handle(GetOrganizationStatsQuery query, CancellationToken cancellationToken)
    {
        var (caller, organization) = (query.Caller, query.Organization);
        if (!caller.Reaches(organization) || !caller.MaySee(organization)
            || await organizations.FindAsync(caller.Tenant, organization, cancellationToken) is null) return OrganizationErrors.Unknown;
        var filter = new AuditFilter(organization, Since: time.GetUtcNow().AddDays(-query.Days));
        var counts = await trail.CountByResourceAsync(caller.Tenant, filter, cancellationToken);
        var users = await trail.CountUsersAsync(caller.Tenant, filter, cancellationToken);
        var (total, failed) = (counts.Sum(one => one.Count), counts.Where(one => one.Status == AuditStatuses.Failure).Sum(one => one.Count));
        return new OrganizationStatsView(organization, query.Days, total, users, counts.SumBy(one => one.Name), failed, RateOf(total - failed, total));
    }

    private static double RateOf(int good, int total) => total == 0 ? 100 : Math.Round(100.0 * good / total, 1);
}
