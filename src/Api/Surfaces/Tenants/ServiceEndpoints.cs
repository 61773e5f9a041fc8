using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The services of a tenant, and what is known of their records.</summary>
internal static class ServiceEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations)
    {
        integrations.MapGet("/services", List).WithName("Tenants_Services_List").RequireLevel(AccessLevel.User).WithSummary("The services of the tenant, by name")
            .Produces<Envelope<ListResponse<ServiceResponse>>>();
        integrations.MapPost("/services", Create).WithName("Tenants_Services_Create").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Register a service")
            .Produces<Envelope<ServiceResponse>>(201).Produces<TenantsErrorBody>(400).Produces<TenantsErrorBody>(409);
        integrations.MapGet("/services/{service_id}", Get).WithName("Tenants_Services_Get").RequireLevel(AccessLevel.User).WithSummary("One service")
            .Produces<Envelope<ServiceResponse>>().Produces<TenantsErrorBody>(404);
        integrations.MapPut("/services/{service_id}", Update).WithName("Tenants_Services_Update").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Change a service")
            .Produces<Envelope<ServiceResponse>>().Produces<TenantsErrorBody>(400).Produces<TenantsErrorBody>(404).Produces<TenantsErrorBody>(409);
        integrations.MapDelete("/services/{service_id}", Delete).WithName("Tenants_Services_Delete").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Take a service away with its webhooks and records").Produces<Envelope<object?>>().Produces<TenantsErrorBody>(404);
        integrations.MapGet("/services/{service_id}/records", ListRecords).WithName("Tenants_Services_ListRecords").RequireLevel(AccessLevel.User)
            .WithSummary("What is known of a service's records, by syncs and webhooks").Produces<Envelope<ListResponse<ServiceRecordResponse>>>().Produces<TenantsErrorBody>(404);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListServicesQuery(caller.Caller, query.ToPage()), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(TenantsMapping.Success(page.ToWire(ServiceMapping.ToWire)));
    }

    private static async Task<IResult> Create(NewServiceRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var service) ? error.ToResult() : Results.Json(TenantsMapping.Success(service.ToWire()), statusCode: 201);
    }

    private static async Task<IResult> Get(Guid service_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetServiceQuery(caller.Caller, new ServiceId(service_id)), cancellationToken);
        return result.Failed(out var error, out var service) ? error.ToResult() : Results.Ok(TenantsMapping.Success(service.ToWire()));
    }

    private static async Task<IResult> Update(Guid service_id, ServiceChangeRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller, service_id), cancellationToken);
        return result.Failed(out var error, out var service) ? error.ToResult() : Results.Ok(TenantsMapping.Success(service.ToWire()));
    }

    private static async Task<IResult> Delete(Guid service_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteServiceCommand(caller.Caller, new ServiceId(service_id)), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(TenantsMapping.Success<object?>(null));
    }

    private static async Task<IResult> ListRecords(Guid service_id, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var type = query.Word("type", SyncTypes.All);
        var result = await useCases.SendAsync(new ListServiceRecordsQuery(caller.Caller, new ServiceId(service_id), type, query.ToPage()), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(TenantsMapping.Success(page.ToWire(ServiceMapping.ToWire)));
    }
}
