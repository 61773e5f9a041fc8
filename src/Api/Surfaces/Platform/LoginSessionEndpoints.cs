using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Signing out, and the login sessions of the signed-in user, document 5's <c>/api/auth</c>.</summary>
internal static class LoginSessionEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/auth/logout", Logout).WithName("Platform_Auth_Logout").RequireLevel(AccessLevel.User).AllowViewers().WithSummary("End the login session of a token")
            .Produces<SuccessResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401);
        surface.MapGet("/auth/sessions", List).WithName("Platform_Sessions_List").RequireLevel(AccessLevel.User).WithSummary("The login sessions of the signed-in user")
            .Produces<LoginSessionListResponse>().Produces<PlatformErrorBody>(401);
        surface.MapDelete("/auth/sessions/{session_id}", End).WithName("Platform_Sessions_End").RequireLevel(AccessLevel.User).AllowViewers().WithSummary("End one of the user's login sessions")
            .Produces<SuccessResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(404);
    }

    private static async Task<IResult> Logout(LogoutRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new SignOutCommand(caller.Caller, body.Token), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(new SuccessResponse(true));
    }

    private static async Task<IResult> List(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListLoginSessionsQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var sessions) ? error.ToResult() : Results.Ok(sessions.ToWire(caller.Caller.Authority.Session));
    }

    private static async Task<IResult> End(Guid session_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new EndLoginSessionCommand(caller.Caller, new LoginSessionId(session_id)), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(new SuccessResponse(true));
    }
}
