using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Configurations that are kept under a name, document 5's <c>/api/config/profiles</c>.</summary>
internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/config/profiles", List).WithName("Platform_Profiles_List").RequireLevel(AccessLevel.PlatformAdmin).WithSummary("The profiles")
            .Produces<ProfileListResponse>();
        surface.MapPost("/config/profiles", Create).WithName("Platform_Profiles_Create").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Keep a configuration under a name")
            .Produces<ConfigProfileResponse>(201).Refuses(409);
        surface.MapGet("/config/profiles/{profile_id}", Get).WithName("Platform_Profiles_Get").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("One profile")
            .Produces<ConfigProfileResponse>();
        surface.MapPut("/config/profiles/{profile_id}", Update).WithName("Platform_Profiles_Update").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Change a profile; what was applied of it stays in force")
            .Produces<ConfigProfileResponse>().Refuses(409);
        surface.MapDelete("/config/profiles/{profile_id}", Delete).WithName("Platform_Profiles_Delete").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Forget a profile; what was applied of it stays in force")
            .Produces<SuccessResponse>();
        surface.MapPost("/config/profiles/{profile_id}/apply", Apply).WithName("Platform_Profiles_Apply").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("Put the whole configuration of a profile in force")
            .Produces<ConfigResponse>().Refuses(409);
    }

    private static async Task<IResult> List(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new ListConfigProfilesQuery(request.Caller), cancellationToken), ProfileListResponse.Of);
    }

    private static async Task<IResult> Create(ProfileCreateRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken);
        return Answer(result, ConfigProfileResponse.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Get(Guid profile_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetConfigProfileQuery(request.Caller, profile_id), cancellationToken);
        return Answer(result, ConfigProfileResponse.Of);
    }

    private static async Task<IResult> Update(
        Guid profile_id, ProfileUpdateRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller, profile_id), cancellationToken), ConfigProfileResponse.Of);
    }

    private static async Task<IResult> Delete(Guid profile_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteConfigProfileCommand(request.Caller, profile_id), cancellationToken);
        return Answer(result, () => new SuccessResponse(true));
    }

    private static async Task<IResult> Apply(Guid profile_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ApplyConfigProfileCommand(request.Caller, profile_id), cancellationToken);
        return Answer(result, config => config.ToWire<ConfigResponse>());
    }
}
