using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>The records of services, inside the transaction that also ends the webhook which is handled.</summary>
public interface ISyncedRecords
{
    /// <summary>What is found may be changed.</summary>
    Task<SyncedRecord?> FindAsync(ServiceId service, string type, string externalId, CancellationToken cancellationToken);

    void Add(SyncedRecord record);
}
