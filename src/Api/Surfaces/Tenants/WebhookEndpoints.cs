using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The receiver of webhooks. It asks for no token: a service shows who it is by its signature.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations) =>
        integrations.MapPost("/webhooks/{service_name}", Receive).WithName("Tenants_Webhooks_Receive").RequireWebhookRate().Accepts<object>("application/json")
            .WithSummary("Take in a webhook of a service: any JSON, signed as its service signs")
            .Produces<string>(200, "text/plain").Produces<Envelope<WebhookReceivedResponse>>(201).Refuses(401);

    private static async Task<IResult> Receive(string service_name, WebhookOfRequest webhook, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(webhook.Command with { Service = service_name }, cancellationToken);
        if (result.Failed(out var error, out var receipt)) return error.ToResult();
        // As Slack wants it, without an envelope: it asks for this before it sends anything.
        if (receipt.Challenge is { } challenge) return Results.Text(challenge, "text/plain");
        return Results.Json(TenantsWire.Success(new WebhookReceivedResponse(receipt.Event.ToString("D")), "Webhook received"), statusCode: 201);
    }
}
