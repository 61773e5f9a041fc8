using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>The configuration and its history, document 5's <c>/api/config</c>.</summary>
internal static class ConfigEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/config", Get).WithName("Platform_Config_Get").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("The configuration that is in force")
            .Produces<ConfigResponse>();
        surface.MapPut("/config", Update).WithName("Platform_Config_Update").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Change a part of the configuration")
            .Produces<ConfigResponse>().Refuses(409);
        surface.MapGet("/config/history", ListHistory).WithName("Platform_Config_ListHistory").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("The changes of the configuration, newest first")
            .Produces<ConfigHistoryResponse>();
    }

    private static async Task<IResult> Get(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetConfigQuery(request.Caller), cancellationToken), config => config.ToWire<ConfigResponse>());
    }

    private static async Task<IResult> Update(ConfigUpdateRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new UpdateConfigCommand(request.Caller, body.Config), cancellationToken),
            config => config.ToWire<ConfigResponse>());
    }

    private static async Task<IResult> ListHistory(PageParameters page, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new ListConfigHistoryQuery(request.Caller, page.ToPage()), cancellationToken), ConfigHistoryResponse.Of);
    }
}
