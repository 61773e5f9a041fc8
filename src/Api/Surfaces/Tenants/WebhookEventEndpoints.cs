using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>What became of webhooks.</summary>
internal static class WebhookEventEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations)
    {
        integrations.MapGet("/webhook-events", List).WithName("Tenants_WebhookEvents_List").RequireLevel(AccessLevel.User).WithSummary("Webhooks, newest first")
            .Produces<Envelope<ListResponse<WebhookEventResponse>>>().Produces<TenantsErrorBody>(400);
        integrations.MapGet("/webhook-events/{event_id}", Get).WithName("Tenants_WebhookEvents_Get").RequireLevel(AccessLevel.User).WithSummary("One webhook")
            .Produces<Envelope<WebhookEventDetailResponse>>().Produces<TenantsErrorBody>(404);
        integrations.MapPost("/webhook-events/{event_id}/retry", Retry).WithName("Tenants_WebhookEvents_Retry").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Have a webhook that was given up tried again").Produces<Envelope<WebhookEventDetailResponse>>().Produces<TenantsErrorBody>(404).Produces<TenantsErrorBody>(409);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var filter = new WebhookEventFilter(query.Word("status", WebhookStatuses.All), query.Text("service"), query.Text("event_type"));
        var result = await useCases.SendAsync(new ListWebhookEventsQuery(caller.Caller, filter, query.ToPage()), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(TenantsMapping.Success(page.ToWire(ServiceMapping.ToWire)));
    }

    private static async Task<IResult> Get(Guid event_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetWebhookEventQuery(caller.Caller, event_id), cancellationToken);
        return result.Failed(out var error, out var happened) ? error.ToResult() : Results.Ok(TenantsMapping.Success(happened.ToDetail()));
    }

    private static async Task<IResult> Retry(Guid event_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new RetryWebhookEventCommand(caller.Caller, event_id), cancellationToken);
        return result.Failed(out var error, out var happened) ? error.ToResult() : Results.Ok(TenantsMapping.Success(happened.ToDetail()));
    }
}
