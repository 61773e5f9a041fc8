using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Name">The service's name.</param>
internal sealed record NamedServiceResponse(string Name);

/// <param name="Id">A UUID.</param>
/// <param name="Service">Which service was looked at.</param>
/// <param name="Status">healthy, degraded (it answered, but not with success) or down.</param>
/// <param name="ResponseTime">In seconds.</param>
/// <param name="LastCheck">ISO 8601 in UTC.</param>
/// <param name="ErrorMessage">Empty where it is healthy.</param>
internal sealed record IntegrationHealthResponse(
    string Id,
    NamedServiceResponse Service,
    [property: AllowedValues("healthy", "degraded", "down")] string Status,
    double ResponseTime,
    DateTimeOffset LastCheck,
    string ErrorMessage)
{
    public static IntegrationHealthResponse Of(ServiceHealthView check) =>
        new(check.Id.ToString("D"), new(check.Service), check.Status, check.ResponseTime, check.CheckedAt, check.Reason);
}

/// <param name="ServiceId">Of a service of the tenant.</param>
/// <param name="SyncType">users, subscriptions or notifications.</param>
[LimitsOf(typeof(TriggerDataSyncCommand))]
internal sealed record SyncTriggerRequest(
    Guid ServiceId,
    [property: AllowedValues("users", "subscriptions", "notifications")] string SyncType);

/// <param name="Id">A UUID.</param>
/// <param name="Service">From which service records are pulled.</param>
/// <param name="SyncType">users, subscriptions or notifications.</param>
/// <param name="LastSync">When the last sync that succeeded ended; null for never.</param>
/// <param name="Status">synced, syncing or failed.</param>
/// <param name="RecordsSynced">How many records the last sync brought, or the running one so far.</param>
/// <param name="ErrorMessage">Why the last sync failed; empty where it did not.</param>
internal sealed record DataSyncResponse(
    string Id,
    EventServiceResponse Service,
    [property: AllowedValues("users", "subscriptions", "notifications")] string SyncType,
    DateTimeOffset? LastSync,
    [property: AllowedValues("synced", "syncing", "failed")] string Status,
    int RecordsSynced,
    string ErrorMessage)
{
    public static DataSyncResponse Of(DataSyncView sync) =>
        new(sync.Id.ToString("D"), new(sync.Service, sync.BaseUrl), sync.SyncType, sync.LastSyncAt, sync.Status, sync.RecordsSynced, sync.Reason);
}
