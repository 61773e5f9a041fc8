using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ModuleX.Api.Hosting;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>A webhook as it comes: headers, and a body byte by byte.</summary>
internal sealed record WebhookOfRequest(ReceiveWebhookCommand Command) : IEndpointParameterMetadataProvider
{
    private const string EventType = "X-Event-Type";
    private const string Signature = "X-Signature";
    private const string DeliveryId = "X-Delivery-Id";
    private const string StandardId = "webhook-id";
    private const string StandardTime = "webhook-timestamp";
    private const string StandardSignature = "webhook-signature";

    public static async ValueTask<WebhookOfRequest?> BindAsync(HttpContext context)
    {
        return new(new ReceiveWebhookCommand(
            TenantOfRequest.NameIn(context) ?? Tenant.DefaultDomain, (string)context.Request.RouteValues["service_name"]!, name => Find(context, name),
            await RawBody.ReadAsync(context), ClientOfRequest.Of(context).Address));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new RequestParameter(
                TenantOfRequest.Header, IsHeader: true, IsRequired: false, "The domain of the tenant; `default` where it is not sent.", MaximumLength: 255));
        builder.Metadata.Add(
            new RequestParameter(
                EventType, IsHeader: true, IsRequired: false, "What happened, such as `user.created`.", MaximumLength: WebhookEvent.MaximumTypeLength));
        builder.Metadata.Add(new RequestParameter(Signature, IsHeader: true, IsRequired: false,
            "HMAC SHA-256 of the body with the service's secret, in hexadecimal, with or without `sha256=` before it. "
            + "A service that names another way to sign has its own headers.",
            MaximumLength: 71));
        builder.Metadata.Add(
            new RequestParameter(
                DeliveryId, IsHeader: true, IsRequired: false, "By which a delivery that comes again is known.",
                MaximumLength: WebhookEvent.MaximumDeliveryIdLength));
        builder.Metadata.Add(
            new RequestParameter(
                StandardId, IsHeader: true, IsRequired: false, "The delivery's id (Standard Webhooks); signed with the two below.",
                MaximumLength: WebhookEvent.MaximumDeliveryIdLength));
        builder.Metadata.Add(
            new RequestParameter(StandardTime, IsHeader: true, IsRequired: false, "When it was sent, in Unix seconds (Standard Webhooks).", MaximumLength: 20));
        builder.Metadata.Add(
            new RequestParameter(
                StandardSignature, IsHeader: true, IsRequired: false,
                "`v1,` and the signature in base64 (Standard Webhooks); several with spaces between them.", MaximumLength: 1024));
    }

    /// <summary>Null where it was not sent, or is empty.</summary>
    private static string? Find(HttpContext context, string header) => context.Request.Headers[header].ToString() is { Length: > 0 } value ? value : null;
}
