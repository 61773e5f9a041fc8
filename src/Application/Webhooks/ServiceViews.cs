using Mapster;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>A registered service, without its secret.</summary>
public sealed record ServiceView(
    ServiceId Id, string Name, string BaseUrl, bool HasSecret, ServiceSignature? Signature, bool IsActive, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>One look at the health of a service.</summary>
/// <param name="ResponseTime">In seconds.</param>
/// <param name="Reason">Empty where it is healthy.</param>
public sealed record ServiceHealthView(Guid Id, string Service, string Status, double ResponseTime, DateTimeOffset CheckedAt, string Reason)
{
    public static ServiceHealthView Of(ServiceCheck check, string service) =>
        new(check.Id, service, check.Status, check.ResponseTime, check.CheckedAt, check.Reason);
}

/// <summary>How the pulling of one type of records stands.</summary>
/// <param name="Reason">Empty where nothing failed.</param>
public sealed record DataSyncView(
    Guid Id, string Service, string BaseUrl, string SyncType, DateTimeOffset? LastSyncAt, string Status, int RecordsSynced, string Reason);

/// <summary>A record of a service.</summary>
/// <param name="Data">A JSON object.</param>
public sealed record SyncedRecordView(string ExternalId, string Type, string Data, long Revision, DateTimeOffset UpdatedAt);

/// <summary>A webhook and what has become of it.</summary>
/// <param name="Payload">JSON.</param>
/// <param name="Reason">Why the last attempt failed; empty where none did.</param>
public sealed record WebhookEventView(
    Guid Id, string Service, string BaseUrl, string EventType, string Payload, string Status, int RetryCount, DateTimeOffset CreatedAt,
    DateTimeOffset? ProcessedAt, string Reason)
{
    public static WebhookEventView Of(WebhookEvent happened, Service service) => new(
        happened.Id, service.Name, service.BaseUrl, happened.EventType, happened.Payload, happened.Status, happened.RetryCount, happened.CreatedAt,
        happened.ProcessedAt, happened.Reason ?? "");
}

internal sealed class ServiceViews : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<Service, ServiceView>().Map(view => view.HasSecret, service => service.SealedSecret != null);
        config.NewConfig<SyncedRecord, SyncedRecordView>();
    }
}
