using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Messaging;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>What a webhook was sent, and sending it again.</summary>
internal static class DeliveryEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var webhook = surface.MapGroup("/webhooks/{webhook_id}");
        webhook.MapPost("/test", Test).WithName("V1_Deliveries_Test").OnceByKey().RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Send webhook.test, whatever the webhook has chosen").Produces<DeliveryResponse>(202).Refuses(409);
        webhook.MapGet("/deliveries", List).WithName("V1_Deliveries_List").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("What the webhook was sent, newest first").Produces<CursorPageResponse<DeliveryResponse>>();
        webhook.MapPost("/deliveries/resend-failed", ResendFailed).WithName("V1_Deliveries_ResendFailed").OnceByKey()
            .RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Send everything again that was given up since a time").Produces<ResentResponse>(202).Refuses(409);
        webhook.MapGet("/deliveries/{delivery_id}", Get).WithName("V1_Deliveries_Get").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("One delivery, with what is sent and every attempt").Produces<DeliveryDetailsResponse>();
        webhook.MapPost("/deliveries/{delivery_id}/resend", Resend).WithName("V1_Deliveries_Resend").OnceByKey().RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Send a delivery again, with the same webhook-id").Produces<DeliveryResponse>(202).Refuses(409);
    }

    private static async Task<IResult> Test(
        Guid webhook_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new SendTestEventCommand(request.Caller.Actor, organization.Id, new OutgoingWebhookId(webhook_id));
        return Answer(await useCases.SendAsync(command, cancellationToken), delivery => Accepted(webhook_id, delivery));
    }

    private static async Task<IResult> List(
        Guid webhook_id, DeliveryListParameters list, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var query = new ListDeliveriesQuery(
            request.Caller.Tenant, organization.Id, new OutgoingWebhookId(webhook_id), list.State, list.EventType, list.Page.ToRequest());
        return Answer(await useCases.SendAsync(query, cancellationToken), page => page.ToWire(DeliveryResponse.Of));
    }

    private static async Task<IResult> ResendFailed(
        Guid webhook_id, ResendFailedRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var command = new ResendFailedCommand(request.Caller.Actor, organization.Id, new OutgoingWebhookId(webhook_id), body.Since.ToUniversalTime());
        return Answer(await useCases.SendAsync(command, cancellationToken), count => new ResentResponse(count), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Get(
        Guid webhook_id, Guid delivery_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var query = new GetDeliveryQuery(request.Caller.Tenant, organization.Id, new OutgoingWebhookId(webhook_id), delivery_id);
        return Answer(await useCases.SendAsync(query, cancellationToken), DeliveryDetailsResponse.Of);
    }

    private static async Task<IResult> Resend(
        Guid webhook_id, Guid delivery_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var command = new ResendDeliveryCommand(request.Caller.Actor, organization.Id, new OutgoingWebhookId(webhook_id), delivery_id);
        return Answer(await useCases.SendAsync(command, cancellationToken), delivery => Accepted(webhook_id, delivery));
    }

    private static IResult Accepted(Guid webhook, DeliveryView delivery) =>
        Results.Accepted($"/v1/webhooks/{webhook}/deliveries/{delivery.Id}", DeliveryResponse.Of(delivery));
}

/// <param name="State">Only deliveries that stand so.</param>
/// <param name="EventType">Only events of this type.</param>
internal sealed record DeliveryListParameters(
    [AllowedValues(DeliveryStates.Pending, DeliveryStates.Delivered, DeliveryStates.Failed)] string? State, [MaxLength(100)] string? EventType,
    CursorParameters Page) : QueryParameters<DeliveryListParameters>;
