using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>What became of webhooks.</summary>
internal static class WebhookEventEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations)
    {
        integrations.MapGet("/webhook-events", List).WithName("Tenants_WebhookEvents_List").RequireLevel(AccessLevel.User).WithSummary("Webhooks, newest first")
            .Produces<Envelope<ListResponse<WebhookEventResponse>>>();
        integrations.MapGet("/webhook-events/{event_id}", Get).WithName("Tenants_WebhookEvents_Get").RequireLevel(AccessLevel.User).WithSummary("One webhook")
            .Produces<Envelope<WebhookEventDetailResponse>>();
        integrations.MapPost("/webhook-events/{event_id}/retry", Retry).WithName("Tenants_WebhookEvents_Retry").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Have a webhook that was given up tried again").Produces<Envelope<WebhookEventDetailResponse>>().Refuses(409);
    }

    private static async Task<IResult> List(WebhookEventListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        return Answer(result, page => TenantsWire.Success(page.ToWire(WebhookEventResponse.Of)));
    }

    private static async Task<IResult> Get(Guid event_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetWebhookEventQuery(request.Caller, event_id), cancellationToken);
        return Answer(result, happened => TenantsWire.Success(WebhookEventDetailResponse.Of(happened)));
    }

    private static async Task<IResult> Retry(Guid event_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new RetryWebhookEventCommand(request.Caller, event_id), cancellationToken);
        return Answer(result, happened => TenantsWire.Success(WebhookEventDetailResponse.Of(happened)));
    }
}

internal sealed record WebhookEventListParameters(
    [WordsOf(typeof(WebhookStatuses))] string? Status, string? Service, string? EventType, ServicePageParameters Page)
    : QueryParameters<WebhookEventListParameters>
{
    public ListWebhookEventsQuery ToQuery(Caller caller) => new(caller, new WebhookEventFilter(Status, Service, EventType), Page.ToPage());
}
