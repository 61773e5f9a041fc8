using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Messaging;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>The endpoints that an organization's events are sent to.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var webhooks = surface.MapGroup("/webhooks");
        webhooks.MapPost("", Create).WithName("V1_OutgoingWebhooks_Create").OnceByKey("secret").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Have events sent to an address; the answer is the one time that the secret is shown").Produces<NewWebhookResponse>(201).Refuses(409);
        webhooks.MapGet("", List).WithName("V1_OutgoingWebhooks_List").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("The webhooks of the organization, newest first").Produces<CursorPageResponse<WebhookResponse>>();
        webhooks.MapGet("/{webhook_id}", Get).WithName("V1_OutgoingWebhooks_Get").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("One webhook, and how its deliveries stand").Produces<CountedWebhookResponse>();
        webhooks.MapPatch("/{webhook_id}", Update).WithName("V1_OutgoingWebhooks_Update").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Change what is given; one that is disabled gives up what is on its way").Produces<WebhookResponse>().Refuses(409);
        webhooks.MapDelete("/{webhook_id}", Delete).WithName("V1_OutgoingWebhooks_Delete").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Take a webhook away, with its deliveries").Produces(204).Refuses(409);
        webhooks.MapPost("/{webhook_id}/rotate-secret", Rotate).WithName("V1_OutgoingWebhooks_RotateSecret").OnceByKey("secret")
            .RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Make a new secret, shown this once; for a day the old one signs, too").Produces<NewWebhookResponse>().Refuses(409);
    }

    private static async Task<IResult> Create(
        CreateWebhookRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CreateOutgoingWebhookCommand(request.Caller.Actor, organization.Id, body.Url, body.Description, body.Events);
        return Answer(await useCases.SendAsync(command, cancellationToken), NewWebhookResponse.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(
        WebhookListParameters list, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new ListOutgoingWebhooksQuery(request.Caller.Tenant, organization.Id, list.Page.ToRequest());
        return Answer(await useCases.SendAsync(query, cancellationToken), page => page.ToWire(WebhookResponse.Of));
    }

    private static async Task<IResult> Get(
        Guid webhook_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new GetOutgoingWebhookQuery(request.Caller.Tenant, organization.Id, new OutgoingWebhookId(webhook_id));
        return Answer(await useCases.SendAsync(query, cancellationToken), CountedWebhookResponse.Of);
    }

    private static async Task<IResult> Update(
        Guid webhook_id, UpdateWebhookRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var command = new UpdateOutgoingWebhookCommand(
            request.Caller.Actor, organization.Id, new OutgoingWebhookId(webhook_id), body.Url, body.Description, body.Events, body.Enabled);
        return Answer(await useCases.SendAsync(command, cancellationToken), WebhookResponse.Of);
    }

    private static async Task<IResult> Delete(
        Guid webhook_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new DeleteOutgoingWebhookCommand(request.Caller.Actor, organization.Id, new OutgoingWebhookId(webhook_id));
        return Answer(await useCases.SendAsync(command, cancellationToken), Results.NoContent);
    }

    private static async Task<IResult> Rotate(
        Guid webhook_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new RotateOutgoingWebhookSecretCommand(request.Caller.Actor, organization.Id, new OutgoingWebhookId(webhook_id));
        return Answer(await useCases.SendAsync(command, cancellationToken), NewWebhookResponse.Of);
    }
}
