using Ardalis.Specification;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>The records of a service that are not gone, by type and their id in the service.</summary>
internal sealed class SyncedRecordsSpec : Specification<SyncedRecord>
{
    /// <param name="type">Of <see cref="SyncTypes"/>; null for all.</param>
    public SyncedRecordsSpec(ServiceId service, string? type)
    {
        Query.Where(record => record.ServiceId == service && !record.IsDeleted);
        if (type is not null) Query.Where(record => record.Type == type);
        Query.OrderBy(record => record.Type).ThenBy(record => record.ExternalId);
    }
}
