using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>
/// The organizations of a tenant, document 4's <c>/api/tenants/organizations</c>: people see their own, the tenant's admins see and change all.
/// </summary>
internal static class TenantOrganizationEndpoints
{
    public static void Map(IEndpointRouteBuilder tenants)
    {
        var organizations = tenants.MapGroup("/organizations");
        organizations.MapGet("", List).WithName("Tenants_Organizations_List").RequireLevel(AccessLevel.User)
            .WithSummary("The caller's organizations, or all of the tenant for its admins; at most 100 a page")
            .Produces<Envelope<TenantOrganizationResponse[]>>();
        organizations.MapPost("", Create).WithName("Tenants_Organizations_Create").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Add an organization to the tenant")
            .Produces<Envelope<TenantOrganizationResponse>>(201).Refuses(409);
        organizations.MapGet("/{organization_id}", Get).WithName("Tenants_Organizations_Get").RequireLevel(AccessLevel.User).WithSummary("One organization")
            .Produces<Envelope<TenantOrganizationResponse>>();
        organizations.MapPut("/{organization_id}", Update).WithName("Tenants_Organizations_Update").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Change an organization; what is left out stays")
            .Produces<Envelope<TenantOrganizationResponse>>().Refuses(409);
        organizations.MapDelete("/{organization_id}", Delete).WithName("Tenants_Organizations_Delete").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Delete an organization; its members find a home in the default one")
            .Produces<Envelope<object>>().Refuses(409);
    }

    private static async Task<IResult> List(
        TenantOrganizationListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        return Answer(result, page => TenantsWire.Success(page.Items.Select(TenantOrganizationResponse.Of)));
    }

    private static async Task<IResult> Create(TenantOrganizationRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken);
        return Answer(result, organization => TenantsWire.Success(TenantOrganizationResponse.Of(organization)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Get(Guid organization_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetSeenOrganizationQuery(request.Caller, new OrganizationId(organization_id)), cancellationToken);
        return Answer(result, organization => TenantsWire.Success(TenantOrganizationResponse.Of(organization)));
    }

    private static async Task<IResult> Update(
        Guid organization_id, TenantOrganizationChangeRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, organization_id), cancellationToken);
        return Answer(result, changed => TenantsWire.Success(TenantOrganizationResponse.Of(changed.Organization)));
    }

    private static async Task<IResult> Delete(Guid organization_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new DeleteOrganizationCommand(request.Caller, new OrganizationId(organization_id), ActiveMembers.MoveHome), cancellationToken);
        return Answer(result, () => TenantsWire.Success<object?>(null, "Organization deleted"));
    }
}

internal sealed record TenantOrganizationListParameters(string? Search, bool? IsActive, PageParameters Page) : QueryParameters<TenantOrganizationListParameters>
{
    public ListSeenOrganizationsQuery ToQuery(Caller caller) => new(caller, Search, IsActive, Page.ToPage());
}
