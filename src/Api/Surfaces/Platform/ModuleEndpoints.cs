using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>The tools as modules of the platform, document 5's <c>/api/modules</c>.</summary>
internal static class ModuleEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/modules", List).WithName("Platform_Modules_List").RequireLevel(AccessLevel.User).WithSummary("All modules, installed or not")
            .Produces<ModuleListResponse>();
        surface.MapGet("/modules/{module}", Get).WithName("Platform_Modules_Get").RequireLevel(AccessLevel.User).WithSummary("One module")
            .Produces<ModuleResponse>();
        surface.MapPost("/modules/install", Install).WithName("Platform_Modules_Install").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Install a module, and before it those that it needs")
            .Produces<ModuleResponse>().Refuses(404, 409);
        surface.MapPut("/modules/{module}", Update).WithName("Platform_Modules_Update").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Change a module's settings, or switch it on or off")
            .Produces<ModuleResponse>().Refuses(409);
        surface.MapDelete("/modules/{module}", Uninstall).WithName("Platform_Modules_Uninstall").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Uninstall a module; ?force=true does so although organizations have it")
            .Produces<SuccessResponse>().Refuses(409);
    }

    private static async Task<IResult> List(IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new ListModulesQuery(), cancellationToken), ModuleListResponse.Of);
    }

    private static async Task<IResult> Get(string module, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetModuleQuery(module), cancellationToken), ModuleResponse.Of);
    }

    private static async Task<IResult> Install(ModuleInstallRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new InstallModuleCommand(request.Caller, body.ModuleId, body.Version), cancellationToken);
        return Answer(result, ModuleResponse.Of);
    }

    private static async Task<IResult> Update(
        string module, ModuleUpdateRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new UpdateModuleCommand(request.Caller, module, body.Settings, body.Enabled), cancellationToken);
        return Answer(result, ModuleResponse.Of);
    }

    private static async Task<IResult> Uninstall(
        string module, UninstallParameters uninstall, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new UninstallModuleCommand(request.Caller, module, uninstall.Force);
        return Answer(await useCases.SendAsync(command, cancellationToken), () => new SuccessResponse(true));
    }
}

internal sealed record UninstallParameters(bool Force = false) : QueryParameters<UninstallParameters>;
