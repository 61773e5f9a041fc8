using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Catalog;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>
/// What the request's organization could install, how its tools are, and the sync with the catalog's folder; document 1's <c>/integrations</c>.
/// </summary>
internal static class IntegrationStatusEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/integrations/available", ListAvailable).WithName("ModuleX_Integrations_ListAvailable").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("Every tool that can be installed").Produces<AvailableIntegrationsResponse>();
        surface.MapGet("/integrations/not-installed", ListNotInstalled).WithName("ModuleX_Integrations_ListNotInstalled")
            .RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The tools that the organization has not installed").Produces<NotInstalledIntegrationsResponse>();
        surface.MapPost("/integrations/sync", Sync).WithName("ModuleX_Integrations_Sync").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Read the folder of tools again; auto_install (true where it is left out) installs those that the server is set up for")
                .Produces<SyncIntegrationsResponse>();
        surface.MapGet("/integrations/{tool_name}/schema", GetSchema).WithName("ModuleX_Integrations_GetSchema").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("What a tool can do and what it needs").Produces<IntegrationSchemaResponse>();
        surface.MapGet("/integrations/status", GetStatus).WithName("ModuleX_Integrations_GetStatus").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("Every tool with whether the organization has installed it").Produces<IntegrationStatusResponse>();
        surface.MapGet("/integrations/admin-status", GetAdminStatus).WithName("ModuleX_Integrations_GetAdminStatus").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Whether the installed tools have what they need").Produces<IntegrationAdminStatusResponse>();
    }

    private static async Task<IResult> ListAvailable(OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new ListToolsQuery(), cancellationToken), catalog => AvailableIntegrationsResponse.Of(catalog, organization));
    }

    private static async Task<IResult> ListNotInstalled(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListNotInstalledIntegrationsQuery(request.Caller.Tenant, organization.Id), cancellationToken);
        return Answer(result, tools => NotInstalledIntegrationsResponse.Of(tools, organization));
    }

    private static async Task<IResult> Sync(
        CallerOfRequest request, OrganizationOfRequest organization, SyncParameters sync, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new SyncIntegrationsCommand(request.Caller, organization.Id, sync.AutoInstall), cancellationToken);
        return Answer(result, SyncIntegrationsResponse.Of);
    }

    private static async Task<IResult> GetSchema(string tool_name, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetToolQuery(tool_name), cancellationToken), IntegrationSchemaResponse.Of);
    }

    private static async Task<IResult> GetStatus(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetIntegrationStatusQuery(request.Caller.Tenant, organization.Id), cancellationToken);
        return Answer(result, tools => IntegrationStatusResponse.Of(tools, organization));
    }

    private static async Task<IResult> GetAdminStatus(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetIntegrationAdminStatusQuery(request.Caller.Tenant, organization.Id), cancellationToken);
        return Answer(result, status => IntegrationAdminStatusResponse.Of(status, organization));
    }
}

internal sealed record SyncParameters(bool AutoInstall = true) : QueryParameters<SyncParameters>;
