using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Application.Operations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The server itself, document 1's <c>/system</c>.</summary>
internal static class SystemEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/system/health", () => SystemHealthResponse.Healthy).WithName("ModuleX_System_Health").WithSummary("Whether the server answers");
        surface.MapGet("/system/validate-auth", (CallerOfRequest request) => ValidateAuthResponse.Of(request.Caller)).WithName("ModuleX_System_ValidateAuth")
            .RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Whether the token is an admin's").Produces<ValidateAuthResponse>();
        surface.MapGet("/system/admin-status", GetAdminStatus).WithName("ModuleX_System_GetAdminStatus").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("How many admins there are")
            .Produces<AdminStatusResponse>();
        surface.MapGet("/system/deployment-status", GetDeploymentStatus).WithName("ModuleX_System_GetDeploymentStatus")
            .WithSummary("Which tools this installation has, and whether all manifests are in order")
            .Produces<DeploymentStatusResponse>();
        surface.MapGet("/system/config", GetConfig).WithName("ModuleX_System_GetConfig").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Where the settings come from")
            .Produces<SystemConfigResponse>();
        surface.MapPost("/system/config/reload", ReloadConfig).WithName("ModuleX_System_ReloadConfig").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Read the settings file again; one with a fault changes nothing")
            .Produces<ReloadConfigResponse>().Refuses(400);
        surface.MapPost("/system/database/update", UpdateDatabase).WithName("ModuleX_System_UpdateDatabase").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Apply the migrations that are pending")
            .Produces<UpdateDatabaseResponse>();
    }

    private static async Task<IResult> GetAdminStatus(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetAdminStatusQuery(request.Caller.Tenant), cancellationToken), AdminStatusResponse.Of);
    }

    private static async Task<IResult> GetDeploymentStatus(IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetDeploymentStatusQuery(), cancellationToken), DeploymentStatusResponse.Of);
    }

    private static async Task<IResult> GetConfig(IHostEnvironment environment, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetSettingsFileQuery(), cancellationToken),
            file => SystemConfigResponse.Of(file, environment.EnvironmentName));
    }

    private static async Task<IResult> ReloadConfig(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ReloadSettingsCommand(request.Caller.Actor, OnAllNodes: true), cancellationToken);
        return Answer(result, () => ReloadConfigResponse.Reloaded);
    }

    private static async Task<IResult> UpdateDatabase(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new UpdateDatabaseCommand(request.Caller.Actor), cancellationToken);
        return Answer(result, () => UpdateDatabaseResponse.Updated);
    }
}
