using ModuleX.Api.Hosting;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Configurations that are kept under a name, document 5's <c>/api/config/profiles</c>.</summary>
internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/config/profiles", List).WithName("Platform_Profiles_List").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("The profiles")
            .Produces<ProfileListResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403);
        surface.MapPost("/config/profiles", Create).WithName("Platform_Profiles_Create").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Keep a configuration under a name")
            .Produces<ConfigProfileResponse>(201).Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(409);
        surface.MapGet("/config/profiles/{profile_id}", Get).WithName("Platform_Profiles_Get").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("One profile")
            .Produces<ConfigProfileResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(404);
        surface.MapPut("/config/profiles/{profile_id}", Update).WithName("Platform_Profiles_Update").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Change a profile; what was applied of it stays in force")
            .Produces<ConfigProfileResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(404).Produces<PlatformErrorBody>(409);
        surface.MapDelete("/config/profiles/{profile_id}", Delete).WithName("Platform_Profiles_Delete").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Forget a profile; what was applied of it stays in force")
            .Produces<SuccessResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(404);
        surface.MapPost("/config/profiles/{profile_id}/apply", Apply).WithName("Platform_Profiles_Apply").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("Put the whole configuration of a profile in force")
            .Produces<ConfigResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(403).Produces<PlatformErrorBody>(404).Produces<PlatformErrorBody>(409);
    }

    private static async Task<IResult> List(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListConfigProfilesQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var profiles) ? error.ToResult() : Results.Ok(profiles.ToWire());
    }

    private static async Task<IResult> Create(ProfileCreateRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var profile) ? error.ToResult() : Results.Json(profile.ToWire(), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Get(Guid profile_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetConfigProfileQuery(caller.Caller, profile_id), cancellationToken);
        return result.Failed(out var error, out var profile) ? error.ToResult() : Results.Ok(profile.ToWire());
    }

    private static async Task<IResult> Update(Guid profile_id, ProfileUpdateRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller, profile_id), cancellationToken);
        return result.Failed(out var error, out var profile) ? error.ToResult() : Results.Ok(profile.ToWire());
    }

    private static async Task<IResult> Delete(Guid profile_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteConfigProfileCommand(caller.Caller, profile_id), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(new SuccessResponse(true));
    }

    private static async Task<IResult> Apply(Guid profile_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ApplyConfigProfileCommand(caller.Caller, profile_id), cancellationToken);
        return result.Failed(out var error, out var config) ? error.ToResult() : Results.Ok(config.ToWire());
    }
}
