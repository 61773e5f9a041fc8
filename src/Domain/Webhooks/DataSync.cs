using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Webhooks;

/// <summary>The pulling of one type of records from a service.</summary>
public sealed class DataSync
{
    private DataSync(Guid id, TenantId tenantId, ServiceId serviceId, string syncType)
    {
        Id = id;
        TenantId = tenantId;
        ServiceId = serviceId;
        SyncType = syncType;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public ServiceId ServiceId { get; private set; }

    /// <summary>Of <see cref="SyncTypes"/>; one sync of each for a service.</summary>
    public string SyncType { get; private set; }

    /// <summary>Of <see cref="SyncStatuses"/>.</summary>
    public string Status { get; private set; } = SyncStatuses.Syncing;

    /// <summary>How many records the last pull brought.</summary>
    public int RecordsSynced { get; private set; }

    /// <summary>When the last pull that succeeded ended; null for never.</summary>
    public DateTimeOffset? LastSyncAt { get; private set; }

    /// <summary>Why the last pull failed; null where it did not.</summary>
    public string? Reason { get; private set; }

    /// <summary>While it is syncing, the end of the lease of the node that does it. Null else.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Who pulls; null for none.</summary>
    public Guid? Claim { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>Triggers it for the first time.</summary>
    public static DataSync Begin(Guid id, TenantId tenant, ServiceId service, string syncType, DateTimeOffset now) =>
        new(id, tenant, service, syncType) { DueAt = now };

    /// <summary>Begins anew. Conflict: it has not ended yet.</summary>
    public Result<Done> Trigger(DateTimeOffset now)
    {
        if (Status == SyncStatuses.Syncing) return WebhookErrors.SyncRunning;
        (Status, DueAt, Claim) = (SyncStatuses.Syncing, now, null);
        return Done.Result;
    }
}

/// <summary>How a sync stands.</summary>
public static class SyncStatuses
{
    public const string Syncing = "syncing";
    public const string Synced = "synced";
    public const string Failed = "failed";
}
