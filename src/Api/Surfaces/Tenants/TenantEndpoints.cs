using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Tenancy;
using ModuleX.Domain.Tenancy;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>
/// The tenants themselves, for the super admins of the default one; document 4 has none of it. An id is a UUID, so no other path below is taken for one.
/// </summary>
internal static class TenantEndpoints
{
    private const string One = "/{tenant_id:guid}";

    public static void Map(IEndpointRouteBuilder tenants)
    {
        tenants.MapGet("", List).WithName("Tenants_Tenants_List").RequireLevel(AccessLevel.PlatformSuperAdmin)
            .WithSummary("All tenants, by domain; at most 100 a page")
            .Produces<Envelope<TenantResponse[]>>();
        tenants.MapPost("", Create).WithName("Tenants_Tenants_Create").RequireLevel(AccessLevel.PlatformSuperAdmin)
            .WithSummary("Add a tenant with its default organization, and its first admin if wanted")
            .Produces<Envelope<TenantResponse>>(201).Refuses(409);
        tenants.MapGet(One, Get).WithName("Tenants_Tenants_Get").RequireLevel(AccessLevel.PlatformSuperAdmin).WithSummary("One tenant")
            .Produces<Envelope<TenantResponse>>();
        tenants.MapPut(One, Update).WithName("Tenants_Tenants_Update").RequireLevel(AccessLevel.PlatformSuperAdmin)
            .WithSummary("Rename, move, deactivate or activate a tenant")
            .Produces<Envelope<TenantResponse>>().Refuses(409);
        tenants.MapDelete(One, Delete).WithName("Tenants_Tenants_Delete").RequireLevel(AccessLevel.PlatformSuperAdmin)
            .WithSummary("Delete a tenant for good, and with its keys all secrets of it")
            .Produces<Envelope<object>>().Refuses(409);
    }

    private static async Task<IResult> List(TenantListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        return Answer(result, page => TenantsWire.Success(page.Items.Select(tenant => tenant.ToWire<TenantResponse>())));
    }

    private static async Task<IResult> Create(TenantRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken);
        return Answer(result, tenant => TenantsWire.Success(tenant.ToWire<TenantResponse>()), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Get(Guid tenant_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetTenantQuery(request.Caller, new TenantId(tenant_id)), cancellationToken);
        return Answer(result, tenant => TenantsWire.Success(tenant.ToWire<TenantResponse>()));
    }

    private static async Task<IResult> Update(
        Guid tenant_id, TenantChangeRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, tenant_id), cancellationToken);
        return Answer(result, tenant => TenantsWire.Success(tenant.ToWire<TenantResponse>()));
    }

    private static async Task<IResult> Delete(Guid tenant_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteTenantCommand(request.Caller, new TenantId(tenant_id)), cancellationToken);
        return Answer(result, () => TenantsWire.Success<object?>(null, "Tenant deleted"));
    }
}

internal sealed record TenantListParameters(string? Search, bool? IsActive, PageParameters Page) : QueryParameters<TenantListParameters>
{
    public ListTenantsQuery ToQuery(Caller caller) => new(caller, new TenantListFilter(Search, IsActive), Page.ToPage());
}
