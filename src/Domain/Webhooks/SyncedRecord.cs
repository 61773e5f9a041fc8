using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Webhooks;

/// <summary>A record of a service as it is known here: pulled by a sync, and kept fresh by webhooks in between.</summary>
public sealed class SyncedRecord
{
    public const int MaximumId = 200;

    public SyncedRecord(TenantId tenantId, ServiceId serviceId, string type, string externalId, string data, DateTimeOffset updatedAt)
    {
        TenantId = tenantId;
        ServiceId = serviceId;
        Type = type;
        ExternalId = externalId;
        Data = data;
        UpdatedAt = updatedAt;
    }

    public TenantId TenantId { get; private set; }

    public ServiceId ServiceId { get; private set; }

    /// <summary>Of <see cref="SyncTypes"/>.</summary>
    public string Type { get; private set; }

    /// <summary>The service's own id of it.</summary>
    public string ExternalId { get; private set; }

    /// <summary>A JSON object.</summary>
    public string Data { get; private set; }

    /// <summary>How often it was written. Also the concurrency token.</summary>
    public long Revision { get; private set; } = 1;

    /// <summary>Of when what is known is; what was sent before that is older.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>True where the service has said that it is gone. The row stays, so that what was sent before that does not bring it back.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Takes what is newer, or what an older message adds; what is older never wins over what is newer.</summary>
    /// <param name="at">Of when <paramref name="data"/> is.</param>
    public void Write(string data, bool isDeleted, DateTimeOffset at)
    {
        (Data, IsDeleted) = (data, isDeleted);
        if (at > UpdatedAt) UpdatedAt = at;
        Revision++;
    }

    /// <summary>The first that is heard of it is that it is gone.</summary>
    public void Delete() => IsDeleted = true;
}

/// <summary>What is pulled from services.</summary>
public static class SyncTypes
{
    public const string Users = "users";
    public const string Subscriptions = "subscriptions";
    public const string Notifications = "notifications";

    public static IReadOnlyList<string> All { get; } = [Users, Subscriptions, Notifications];
}
