using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Preferences;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>What frontends remember for the signed-in user: a JSON object of any values by key.</summary>
internal static class PreferenceEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/preferences", Get).WithName("Platform_Preferences_Get").RequireLevel(AccessLevel.User).WithSummary("The user's preferences")
            .Produces<JsonObject>();
        surface.MapPut("/preferences", Set).WithName("Platform_Preferences_Set").RequireLevel(AccessLevel.User)
            .WithSummary("Set some preferences; null takes one away, the others stay")
            .Produces<JsonObject>();
        surface.MapDelete("/preferences/{key}", Delete).WithName("Platform_Preferences_Delete").RequireLevel(AccessLevel.User)
            .WithSummary("Take one preference away")
            .Produces<SuccessResponse>();
    }

    private static async Task<IResult> Get(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetPreferencesQuery(request.Caller), cancellationToken), values => values);
    }

    private static async Task<IResult> Set(JsonElement body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new SetPreferencesCommand(request.Caller, body), cancellationToken), values => values);
    }

    private static async Task<IResult> Delete(string key, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new DeletePreferenceCommand(request.Caller, key), cancellationToken), () => new SuccessResponse(true));
    }
}
