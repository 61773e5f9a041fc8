using ModuleX.Api.Hosting;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>A webhook as it comes: headers, and a body byte by byte.</summary>
internal sealed record WebhookOfRequest(ReceiveWebhookCommand Command)
{
    private const string StandardId = "webhook-id";

    public static async ValueTask<WebhookOfRequest?> BindAsync(HttpContext context)
    {
        var proof = new WebhookProof(Find(context, "X-Signature"), Find(context, StandardId), Find(context, "webhook-timestamp"), Find(context, "webhook-signature"));
        // The one that Standard Webhooks signs goes before those that anybody may have put there.
        var delivery = Find(context, StandardId) ?? Find(context, "X-Delivery-Id") ?? Find(context, "X-Webhook-Id");
        return new(new ReceiveWebhookCommand(
            TenantOfRequest.NameIn(context) ?? Tenant.DefaultDomain, (string)context.Request.RouteValues["service_name"]!, Find(context, "X-Event-Type"), delivery, proof,
            await RawBody.ReadAsync(context), ClientOfRequest.Of(context).Address));
    }

    /// <summary>Null where it was not sent, or is empty.</summary>
    private static string? Find(HttpContext context, string header) => context.Request.Headers[header].ToString() is { Length: > 0 } value ? value : null;
}
