using System.Text.Json;
using ModuleX.Application.Access;
using ModuleX.Application.Paging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Between document 4's integration part and the use cases.</summary>
internal static class ServiceMapping
{
    public static ListResponse<TWire> ToWire<TView, TWire>(this Page<TView> page, Func<TView, TWire> toWire) => new([.. page.Items.Select(toWire)]);

    public static RegisterServiceCommand ToCommand(this NewServiceRequest request, Caller caller) => 
        new(caller.Actor, request.Name, request.BaseUrl, request.Secret, request.Signature?.ToDomain(), request.IsActive);

    public static UpdateServiceCommand ToCommand(this ServiceChangeRequest request, Caller caller, Guid service) =>
        new(caller, new ServiceId(service), request.Name, request.BaseUrl, request.Secret, request.Signature?.ToDomain(), request.IsActive);

    public static ServiceResponse ToWire(this ServiceView service) =>
        new(service.Id.ToString(), service.Name, service.BaseUrl, service.HasSecret, service.Signature?.ToWire(), service.IsActive,
            service.CreatedAt, service.UpdatedAt);

    private static ServiceSignature ToDomain(this ServiceSignatureRequest request) =>
        new(request.Scheme, request.Header, request.Prefix, request.Encoding, request.Event, request.Delivery);

    private static ServiceSignatureResponse ToWire(this ServiceSignature signature) =>
        new(signature.Scheme, signature.Header, signature.Prefix, signature.Encoding, signature.Event, signature.Delivery);

    public static ServiceRecordResponse ToWire(this SyncedRecordView record) =>
        new(record.ExternalId, record.Type, JsonElement.Parse(record.Data), record.Revision, record.UpdatedAt);

    public static WebhookEventResponse ToWire(this WebhookEventView happened) => new(
        happened.Id.ToString("D"), new(happened.Service, happened.BaseUrl), happened.EventType, JsonElement.Parse(happened.Payload), happened.Status,
        happened.RetryCount,
        happened.CreatedAt, happened.ProcessedAt);

    public static WebhookEventDetailResponse ToDetail(this WebhookEventView happened) => new(
        happened.Id.ToString("D"), new(happened.Service, happened.BaseUrl), happened.EventType, JsonElement.Parse(happened.Payload), happened.Status,
        happened.RetryCount,
        happened.CreatedAt, happened.ProcessedAt, happened.Reason);

    public static IntegrationHealthResponse ToWire(this ServiceHealthView check) =>
        new(check.Id.ToString("D"), new(check.Service), check.Status, check.ResponseTime, check.CheckedAt, check.Reason);

    public static DataSyncResponse ToWire(this DataSyncView sync) =>
        new(sync.Id.ToString("D"), new(sync.Service, sync.BaseUrl), sync.SyncType, sync.LastSyncAt, sync.Status, sync.RecordsSynced, sync.Reason);
}
