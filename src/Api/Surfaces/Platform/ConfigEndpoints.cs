using ModuleX.Api.Hosting;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>The configuration and its history, document 5's <c>/api/config</c>.</summary>
internal static class ConfigEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/config", Get).WithName("Platform_Config_Get").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("The configuration that is in force")
            .Produces<ConfigResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403);
        surface.MapPut("/config", Update).WithName("Platform_Config_Update").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Change a part of the configuration")
            .Produces<ConfigResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(409);
        surface.MapGet("/config/history", ListHistory).WithName("Platform_Config_ListHistory").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("The changes of the configuration, newest first")
            .Produces<ConfigHistoryResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403);
    }

    private static async Task<IResult> Get(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetConfigQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var config) ? error.ToResult() : Results.Ok(config.ToWire());
    }

    private static async Task<IResult> Update(ConfigUpdateRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new UpdateConfigCommand(caller.Caller, body.Config), cancellationToken);
        return result.Failed(out var error, out var config) ? error.ToResult() : Results.Ok(config.ToWire());
    }

    private static async Task<IResult> ListHistory(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var page = query.ToPage();
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new ListConfigHistoryQuery(caller.Caller, page), cancellationToken);
        return result.Failed(out var error, out var history) ? error.ToResult() : Results.Ok(history.ToWire());
    }
}
