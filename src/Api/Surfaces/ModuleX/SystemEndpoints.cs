using ModuleX.Api.Hosting;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Application.Operations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The server itself, document 1's <c>/system</c>.</summary>
internal static class SystemEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/system/health", () => SystemMapping.Health).WithName("ModuleX_System_Health").WithSummary("Whether the server answers");
        surface.MapGet("/system/validate-auth", (CallerOfRequest caller) => caller.Caller.ToValidated()).WithName("ModuleX_System_ValidateAuth").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Whether the token is an admin's").Produces<ValidateAuthResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403);
        surface.MapGet("/system/admin-status", GetAdminStatus).WithName("ModuleX_System_GetAdminStatus").RequireLevel(AccessLevel.SystemAdmin).WithSummary("How many admins there are")
            .Produces<AdminStatusResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403);
        surface.MapGet("/system/deployment-status", GetDeploymentStatus).WithName("ModuleX_System_GetDeploymentStatus").WithSummary("Which tools this installation has, and whether all manifests are in order")
            .Produces<DeploymentStatusResponse>();
        surface.MapGet("/system/config", GetConfig).WithName("ModuleX_System_GetConfig").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Where the settings come from")
            .Produces<SystemConfigResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403);
        surface.MapPost("/system/config/reload", ReloadConfig).WithName("ModuleX_System_ReloadConfig").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Read the settings file again; one with a fault changes nothing")
            .Produces<ReloadConfigResponse>().Produces<ModuleXErrorBody>(400).Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403);
        surface.MapPost("/system/database/update", UpdateDatabase).WithName("ModuleX_System_UpdateDatabase").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Apply the migrations that are pending")
            .Produces<UpdateDatabaseResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(503);
    }

    private static async Task<IResult> GetAdminStatus(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetAdminStatusQuery(caller.Caller.Tenant), cancellationToken);
        return result.Failed(out var error, out var status) ? error.ToResult() : Results.Ok(status.ToWire());
    }

    private static async Task<IResult> GetDeploymentStatus(IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetDeploymentStatusQuery(), cancellationToken);
        return result.Failed(out var error, out var deployment) ? error.ToResult() : Results.Ok(deployment.ToWire());
    }

    private static async Task<IResult> GetConfig(IHostEnvironment environment, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetSettingsFileQuery(), cancellationToken);
        return result.Failed(out var error, out var file) ? error.ToResult() : Results.Ok(file.ToConfig(environment.EnvironmentName));
    }

    private static async Task<IResult> ReloadConfig(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ReloadSettingsCommand(caller.Caller.Actor), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(SystemMapping.Reloaded);
    }

    private static async Task<IResult> UpdateDatabase(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new UpdateDatabaseCommand(caller.Caller.Actor), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(SystemMapping.DatabaseUpdated);
    }
}
