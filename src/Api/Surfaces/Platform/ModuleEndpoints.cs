using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>The tools as modules of the platform, document 5's <c>/api/modules</c>.</summary>
internal static class ModuleEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/modules", List).WithName("Platform_Modules_List").RequireLevel(AccessLevel.User).WithSummary("All modules, installed or not")
            .Produces<ModuleListResponse>().Produces<PlatformErrorBody>(401);
        surface.MapGet("/modules/{module}", Get).WithName("Platform_Modules_Get").RequireLevel(AccessLevel.User).WithSummary("One module")
            .Produces<ModuleResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(404);
        surface.MapPost("/modules/install", Install).WithName("Platform_Modules_Install").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Install a module, and before it those that it needs")
            .Produces<ModuleResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(404).Produces<PlatformErrorBody>(409);
        surface.MapPut("/modules/{module}", Update).WithName("Platform_Modules_Update").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Change a module's settings, or switch it on or off")
            .Produces<ModuleResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(404).Produces<PlatformErrorBody>(409);
        surface.MapDelete("/modules/{module}", Uninstall).WithName("Platform_Modules_Uninstall").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Uninstall a module; ?force=true does so although organizations have it")
            .Produces<SuccessResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(404).Produces<PlatformErrorBody>(409);
    }

    private static async Task<IResult> List(IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListModulesQuery(), cancellationToken);
        return result.Failed(out var error, out var modules) ? error.ToResult() : Results.Ok(modules.ToWire());
    }

    private static async Task<IResult> Get(string module, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetModuleQuery(module), cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Results.Ok(found.ToWire());
    }

    private static async Task<IResult> Install(ModuleInstallRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new InstallModuleCommand(caller.Caller, body.ModuleId, body.Version), cancellationToken);
        return result.Failed(out var error, out var installed) ? error.ToResult() : Results.Ok(installed.ToWire());
    }

    private static async Task<IResult> Update(string module, ModuleUpdateRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new UpdateModuleCommand(caller.Caller, module, body.Settings, body.Enabled), cancellationToken);
        return result.Failed(out var error, out var updated) ? error.ToResult() : Results.Ok(updated.ToWire());
    }

    private static async Task<IResult> Uninstall(string module, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new UninstallModuleCommand(caller.Caller, module, query.Bool("force", false));
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(new SuccessResponse(true));
    }
}
