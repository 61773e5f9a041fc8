using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Signing out, and the login sessions of the signed-in user, document 5's <c>/api/auth</c>.</summary>
internal static class LoginSessionEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/auth/logout", Logout).WithName("Platform_Auth_Logout").RequireLevel(AccessLevel.User).AllowViewers()
            .WithSummary("End the login session of a token")
            .Produces<SuccessResponse>();
        surface.MapGet("/auth/sessions", List).WithName("Platform_Sessions_List").RequireLevel(AccessLevel.User)
            .WithSummary("The login sessions of the signed-in user")
            .Produces<LoginSessionListResponse>();
        surface.MapDelete("/auth/sessions/{session_id}", End).WithName("Platform_Sessions_End").RequireLevel(AccessLevel.User).AllowViewers()
            .WithSummary("End one of the user's login sessions")
            .Produces<SuccessResponse>();
    }

    private static async Task<IResult> Logout(LogoutRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new SignOutCommand(request.Caller, body.Token), cancellationToken), () => new SuccessResponse(true));
    }

    private static async Task<IResult> List(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListLoginSessionsQuery(request.Caller), cancellationToken);
        return Answer(result, sessions => LoginSessionListResponse.Of(sessions, request.Caller.Authority.Session));
    }

    private static async Task<IResult> End(Guid session_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new EndLoginSessionCommand(request.Caller, new LoginSessionId(session_id)), cancellationToken);
        return Answer(result, () => new SuccessResponse(true));
    }
}
