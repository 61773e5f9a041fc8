using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The services of a tenant, and what is known of their records.</summary>
internal static class ServiceEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations)
    {
        integrations.MapGet("/services", List).WithName("Tenants_Services_List").RequireLevel(AccessLevel.User)
            .WithSummary("The services of the tenant, by name")
            .Produces<Envelope<ListResponse<ServiceResponse>>>();
        integrations.MapPost("/services", Create).WithName("Tenants_Services_Create").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Register a service")
            .Produces<Envelope<ServiceResponse>>(201).Refuses(409);
        integrations.MapGet("/services/{service_id}", Get).WithName("Tenants_Services_Get").RequireLevel(AccessLevel.User).WithSummary("One service")
            .Produces<Envelope<ServiceResponse>>();
        integrations.MapPut("/services/{service_id}", Update).WithName("Tenants_Services_Update").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Change a service")
            .Produces<Envelope<ServiceResponse>>().Refuses(409);
        integrations.MapDelete("/services/{service_id}", Delete).WithName("Tenants_Services_Delete").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Take a service away with its webhooks and records").Produces<Envelope<object?>>();
        integrations.MapGet("/services/{service_id}/records", ListRecords).WithName("Tenants_Services_ListRecords").RequireLevel(AccessLevel.User)
            .WithSummary("What is known of a service's records, by syncs and webhooks").Produces<Envelope<ListResponse<ServiceRecordResponse>>>();
    }

    private static async Task<IResult> List(ServicePageParameters page, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListServicesQuery(request.Caller, page.ToPage()), cancellationToken);
        return Answer(result, found => TenantsWire.Success(found.ToWire(service => service.ToWire<ServiceResponse>())));
    }

    private static async Task<IResult> Create(NewServiceRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken);
        return Answer(result, service => TenantsWire.Success(service.ToWire<ServiceResponse>()), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Get(Guid service_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetServiceQuery(request.Caller, new ServiceId(service_id)), cancellationToken);
        return Answer(result, service => TenantsWire.Success(service.ToWire<ServiceResponse>()));
    }

    private static async Task<IResult> Update(
        Guid service_id, ServiceChangeRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, service_id), cancellationToken);
        return Answer(result, service => TenantsWire.Success(service.ToWire<ServiceResponse>()));
    }

    private static async Task<IResult> Delete(Guid service_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteServiceCommand(request.Caller, new ServiceId(service_id)), cancellationToken);
        return Answer(result, () => TenantsWire.Success<object?>(null));
    }

    private static async Task<IResult> ListRecords(
        Guid service_id, ServiceRecordListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller, service_id), cancellationToken);
        return Answer(result, page => TenantsWire.Success(page.ToWire(ServiceRecordResponse.Of)));
    }
}

internal sealed record ServiceRecordListParameters([WordsOf(typeof(SyncTypes))] string? Type, ServicePageParameters Page)
    : QueryParameters<ServiceRecordListParameters>
{
    public ListServiceRecordsQuery ToQuery(Caller caller, Guid service) => new(caller, new ServiceId(service), Type, Page.ToPage());
}
