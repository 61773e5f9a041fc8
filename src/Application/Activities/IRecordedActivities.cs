using ModuleX.Application.Paging;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Activities;

/// <summary>Reads what people did, newest first, from the records that there are of it.</summary>
public interface IRecordedActivities
{
    Task<Page<ActivityView>> ListAsync(TenantId tenant, ActivityFilter filter, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>Which activities; null does not matter.</summary>
/// <param name="User">The id of a user, or the name of an external owner.</param>
/// <param name="Type">Of <see cref="ActivityTypes"/>.</param>
/// <param name="Since">The first moment.</param>
/// <param name="Until">The moment after the last one.</param>
public sealed record ActivityFilter(string? User, string? Type, DateTimeOffset? Since, DateTimeOffset? Until);
