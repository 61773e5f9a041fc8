using ModuleX.Api.Hosting;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The tools of the request's organization, document 1's <c>/integrations</c>: installing and configuring them.</summary>
internal static class IntegrationEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/integrations/installed", ListInstalled).WithName("ModuleX_Integrations_ListInstalled").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The tools that the organization has installed; secrets of their configuration are for its admins").Produces<InstalledIntegrationsResponse>().Refuses();
        surface.MapPost("/integrations/install", Install).WithName("ModuleX_Integrations_Install").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Install a tool for the organization").Produces<InstallIntegrationResponse>().Refuses(404, 409, 422);
        surface.MapDelete("/integrations/{tool_name}", Uninstall).WithName("ModuleX_Integrations_Uninstall").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Take a tool away from the organization, with its configuration and variables").Produces<IntegrationDoneResponse>().Refuses(404);
        surface.MapPut("/integrations/{tool_name}/config", UpdateConfig).WithName("ModuleX_Integrations_UpdateConfig").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Replace the configuration of an installed tool").Produces<IntegrationDoneResponse>().Refuses(404, 409, 422);
        surface.MapGet("/integrations/{tool_name}/config", GetConfig).WithName("ModuleX_Integrations_GetConfig").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("The configuration of an installed tool").Produces<IntegrationConfigResponse>().Refuses(404);
        surface.MapPost("/integrations/{tool_name}/admin-install", AdminInstall).WithName("ModuleX_Integrations_AdminInstall").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Install a tool with the organization's own environment variables, or set them where it is installed").Produces<AdminInstallIntegrationResponse>().Refuses(404, 409, 422);
        surface.MapPut("/integrations/{tool_name}/environment", UpdateEnvironment).WithName("ModuleX_Integrations_UpdateEnvironment").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Set environment variables of an installed tool; those that are not named stay").Produces<IntegrationEnvironmentResponse>().Refuses(404, 409, 422);
    }

    private static async Task<IResult> ListInstalled(CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListInstalledIntegrationsQuery(caller.Caller, organization.Id), cancellationToken);
        return result.Failed(out var error, out var installed) ? error.ToResult() : Results.Ok(installed.ToWire(organization));
    }

    private static async Task<IResult> Install(InstallIntegrationRequest body, CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new InstallIntegrationCommand(caller.Caller, organization.Id, body.ToolName, body.ConfigData), cancellationToken);
        return result.Failed(out var error, out var installed) ? error.ToResult() : Results.Ok(installed.ToInstalled(organization));
    }

    private static async Task<IResult> Uninstall(string tool_name, CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new UninstallIntegrationCommand(caller.Caller, organization.Id, tool_name);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(command.ToWire());
    }

    private static async Task<IResult> UpdateConfig(
        string tool_name, IntegrationConfigRequest body, CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new UpdateIntegrationConfigCommand(caller.Caller, organization.Id, tool_name, body.ConfigData);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(command.ToWire());
    }

    private static async Task<IResult> GetConfig(string tool_name, CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new GetIntegrationConfigQuery(caller.Caller, organization.Id, tool_name);
        var result = await useCases.SendAsync(query, cancellationToken);
        return result.Failed(out var error, out var config) ? error.ToResult() : Results.Ok(config.ToWire(query));
    }

    private static async Task<IResult> AdminInstall(
        string tool_name, IntegrationEnvironmentRequest body, CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new AdminInstallIntegrationCommand(caller.Caller, organization.Id, tool_name, body.EnvironmentVariables), cancellationToken);
        return result.Failed(out var error, out var installed) ? error.ToResult() : Results.Ok(installed.ToAdminInstalled(organization));
    }

    private static async Task<IResult> UpdateEnvironment(
        string tool_name, IntegrationEnvironmentRequest body, CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new UpdateIntegrationEnvironmentCommand(caller.Caller, organization.Id, tool_name, body.EnvironmentVariables);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out var names) ? error.ToResult() : Results.Ok(names.ToWire(command));
    }
}
