using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>How the services of a tenant are.</summary>
internal static class IntegrationHealthEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations)
    {
        integrations.MapGet("/health", List).WithName("Tenants_IntegrationHealth_List").RequireLevel(AccessLevel.User)
            .WithSummary("The last look at each service, by name")
            .Produces<Envelope<ListResponse<IntegrationHealthResponse>>>();
        integrations.MapGet("/health/{service_id}/history", ListHistory).WithName("Tenants_IntegrationHealth_ListHistory").RequireLevel(AccessLevel.User)
            .WithSummary("The looks at one service, newest first").Produces<Envelope<ListResponse<IntegrationHealthResponse>>>();
    }

    private static async Task<IResult> List(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListServiceHealthQuery(request.Caller), cancellationToken);
        return result.Failed(out var error, out var checks)
            ? error.ToResult()
            : Results.Ok(TenantsWire.Success(new ListResponse<IntegrationHealthResponse>([.. checks.Select(IntegrationHealthResponse.Of)])));
    }

    private static async Task<IResult> ListHistory(
        Guid service_id, ServicePageParameters page, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListServiceChecksQuery(request.Caller, new ServiceId(service_id), page.ToPage()), cancellationToken);
        return Answer(result, found => TenantsWire.Success(found.ToWire(IntegrationHealthResponse.Of)));
    }
}
