using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Messaging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The pulling of records from services.</summary>
internal static class DataSyncEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations)
    {
        integrations.MapGet("/data-sync", List).WithName("Tenants_DataSync_List").RequireLevel(AccessLevel.User)
            .WithSummary("How the syncs stand, by service and type")
            .Produces<Envelope<ListResponse<DataSyncResponse>>>();
        integrations.MapPost("/sync/trigger", Trigger).WithName("Tenants_DataSync_Trigger").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Begin to pull records from a service")
            .Produces<Envelope<object?>>().Refuses(404, 409);
    }

    private static async Task<IResult> List(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListDataSyncsQuery(request.Caller), cancellationToken);
        return result.Failed(out var error, out var syncs)
            ? error.ToResult()
            : Results.Ok(TenantsWire.Success(new ListResponse<DataSyncResponse>([.. syncs.Select(DataSyncResponse.Of)])));
    }

    private static async Task<IResult> Trigger(SyncTriggerRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new TriggerDataSyncCommand(request.Caller, new ServiceId(body.ServiceId), body.SyncType), cancellationToken);
        return Answer(result, () => TenantsWire.Success<object?>(null, "Sync triggered"));
    }
}
