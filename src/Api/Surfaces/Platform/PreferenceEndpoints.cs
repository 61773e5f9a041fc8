using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Preferences;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>What frontends remember for the signed-in user: a JSON object of any values by key.</summary>
internal static class PreferenceEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/preferences", Get).WithName("Platform_Preferences_Get").RequireLevel(AccessLevel.User).WithSummary("The user's preferences")
            .Produces<JsonObject>().Produces<PlatformErrorBody>(401);
        surface.MapPut("/preferences", Set).WithName("Platform_Preferences_Set").RequireLevel(AccessLevel.User).WithSummary("Set some preferences; null takes one away, the others stay")
            .Produces<JsonObject>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401);
        surface.MapDelete("/preferences/{key}", Delete).WithName("Platform_Preferences_Delete").RequireLevel(AccessLevel.User).WithSummary("Take one preference away")
            .Produces<SuccessResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(404);
    }

    private static async Task<IResult> Get(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetPreferencesQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var values) ? error.ToResult() : Results.Ok(values);
    }

    private static async Task<IResult> Set(JsonElement body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new SetPreferencesCommand(caller.Caller, body), cancellationToken);
        return result.Failed(out var error, out var values) ? error.ToResult() : Results.Ok(values);
    }

    private static async Task<IResult> Delete(string key, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeletePreferenceCommand(caller.Caller, key), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(new SuccessResponse(true));
    }
}
