using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>The signed-in user's own account, document 3's <c>/users/me</c>.</summary>
internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var profile = surface.MapGroup("/users/me").WithTags("Users");
        profile.MapGet("", Get).WithName("AuthX_Users_GetMe").RequireLevel(AccessLevel.User).WithSummary("The signed-in user")
            .Produces<UserResponse>();
        profile.MapPut("", Update).WithName("AuthX_Users_UpdateMe").RequireLevel(AccessLevel.User).WithSummary("Change one's own names")
            .Produces<UserResponse>().Refuses(409);
    }

    private static async Task<IResult> Get(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetProfileQuery(request.Caller), cancellationToken), profile => profile.User.ToWire<UserResponse>());
    }

    private static async Task<IResult> Update(UpdateProfileRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken), user => user.ToWire<UserResponse>());
    }
}
