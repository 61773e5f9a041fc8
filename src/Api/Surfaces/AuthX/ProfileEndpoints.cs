using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>The signed-in user's own account, document 3's <c>/users/me</c>.</summary>
internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var profile = surface.MapGroup("/users/me").WithTags("Users");
        profile.MapGet("", Get).WithName("AuthX_Users_GetMe").RequireLevel(AccessLevel.User).WithSummary("The signed-in user")
            .Produces<UserResponse>().Produces<AuthXErrorBody>(401);
        profile.MapPut("", Update).WithName("AuthX_Users_UpdateMe").RequireLevel(AccessLevel.User).WithSummary("Change one's own names")
            .Produces<UserResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
    }

    private static async Task<IResult> Get(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetProfileQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var profile) ? error.ToResult() : Results.Ok(profile.User.ToWire());
    }

    private static async Task<IResult> Update(UpdateProfileRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller), cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Ok(user.ToWire());
    }
}
