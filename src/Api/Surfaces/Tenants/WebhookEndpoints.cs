using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The receiver of webhooks. It asks for no token: a service shows who it is by its signature.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations) =>
        integrations.MapPost("/webhooks/{service_name}", Receive).WithName("Tenants_Webhooks_Receive").RequireWebhookRate().Accepts<object>("application/json")
            .WithSummary("Take in a webhook of a service: any JSON, with X-Event-Type").Produces<Envelope<WebhookReceivedResponse>>(201)
            .Produces<TenantsErrorBody>(400).Produces<TenantsErrorBody>(401).Produces<TenantsErrorBody>(404).Produces<TenantsErrorBody>(503);

    private static async Task<IResult> Receive(string service_name, WebhookOfRequest webhook, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(webhook.Command with { Service = service_name }, cancellationToken);
        return result.Failed(out var error, out var id)
            ? error.ToResult()
            : Results.Json(TenantsMapping.Success(new WebhookReceivedResponse(id.ToString("D")), "Webhook received"), statusCode: 201);
    }
}
