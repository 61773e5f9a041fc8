using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The tools of the request's organization, document 1's <c>/integrations</c>: installing and configuring them.</summary>
internal static class IntegrationEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/integrations/installed", ListInstalled).WithName("ModuleX_Integrations_ListInstalled").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The tools that the organization has installed; secrets of their configuration are for its admins")
                .Produces<InstalledIntegrationsResponse>();
        surface.MapPost("/integrations/install", Install).WithName("ModuleX_Integrations_Install").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Install a tool for the organization").Produces<InstallIntegrationResponse>().Refuses(404, 409);
        surface.MapDelete("/integrations/{tool_name}", Uninstall).WithName("ModuleX_Integrations_Uninstall").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Take a tool away from the organization, with its configuration and variables").Produces<IntegrationDoneResponse>();
        surface.MapPut("/integrations/{tool_name}/config", UpdateConfig).WithName("ModuleX_Integrations_UpdateConfig")
            .RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Replace the configuration of an installed tool").Produces<IntegrationDoneResponse>().Refuses(409);
        surface.MapGet("/integrations/{tool_name}/config", GetConfig).WithName("ModuleX_Integrations_GetConfig").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("The configuration of an installed tool").Produces<IntegrationConfigResponse>();
        surface.MapPost("/integrations/{tool_name}/admin-install", AdminInstall).WithName("ModuleX_Integrations_AdminInstall")
            .RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Install a tool with the organization's own environment variables, or set them where it is installed")
                .Produces<AdminInstallIntegrationResponse>().Refuses(409);
        surface.MapPut("/integrations/{tool_name}/environment", UpdateEnvironment).WithName("ModuleX_Integrations_UpdateEnvironment")
            .RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Set environment variables of an installed tool; those that are not named stay").Produces<IntegrationEnvironmentResponse>()
                .Refuses(409);
    }

    private static async Task<IResult> ListInstalled(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListInstalledIntegrationsQuery(request.Caller, organization.Id), cancellationToken);
        return Answer(result, installed => InstalledIntegrationsResponse.Of(installed, organization));
    }

    private static async Task<IResult> Install(
        InstallIntegrationRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new InstallIntegrationCommand(request.Caller, organization.Id, body.ToolName, body.ConfigData),
            cancellationToken);
        return Answer(result, installed => InstallIntegrationResponse.Of(installed, organization));
    }

    private static async Task<IResult> Uninstall(
        string tool_name, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new UninstallIntegrationCommand(request.Caller, organization.Id, tool_name);
        return Answer(await useCases.SendAsync(command, cancellationToken), () => IntegrationDoneResponse.Of(command));
    }

    private static async Task<IResult> UpdateConfig(
        string tool_name, IntegrationConfigRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var command = new UpdateIntegrationConfigCommand(request.Caller, organization.Id, tool_name, body.ConfigData);
        return Answer(await useCases.SendAsync(command, cancellationToken), () => IntegrationDoneResponse.Of(command));
    }

    private static async Task<IResult> GetConfig(
        string tool_name, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new GetIntegrationConfigQuery(request.Caller, organization.Id, tool_name);
        return Answer(await useCases.SendAsync(query, cancellationToken), config => IntegrationConfigResponse.Of(config, query));
    }

    private static async Task<IResult> AdminInstall(
        string tool_name, IntegrationEnvironmentRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new AdminInstallIntegrationCommand(request.Caller, organization.Id, tool_name, body.EnvironmentVariables), cancellationToken);
        return Answer(result, installed => AdminInstallIntegrationResponse.Of(installed, organization));
    }

    private static async Task<IResult> UpdateEnvironment(
        string tool_name, IntegrationEnvironmentRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var command = new UpdateIntegrationEnvironmentCommand(request.Caller, organization.Id, tool_name, body.EnvironmentVariables);
        return Answer(await useCases.SendAsync(command, cancellationToken), names => IntegrationEnvironmentResponse.Of(names, command));
    }
}
