using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Registering, signing in and out, document 3's <c>/auth</c>.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var auth = surface.MapGroup("/auth").WithTags("Authentication");
        auth.MapPost("/register", Register).WithName("AuthX_Auth_Register").RequireStrictRate().WithSummary("Make an account")
            .Produces<UserResponse>(201).Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        auth.MapPost("/login", Login).WithName("AuthX_Auth_Login").RequireStrictRate().WithSummary("Sign in with email and password")
            .Accepts<LoginRequest>("application/json", FormBody.ContentType).WithMetadata(new OtherBody(typeof(LoginForm), FormBody.ContentType))
            .Produces<LoginResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXValidationBody>(422).Produces<AuthXErrorBody>(423);
        auth.MapPost("/refresh", Refresh).WithName("AuthX_Auth_Refresh").RequireStrictRate().WithSummary("Get a new access token for a refresh token, which stays good")
            .Produces<RefreshResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXValidationBody>(422);
        auth.MapPost("/logout", Logout).WithName("AuthX_Auth_Logout").RequireLevel(AccessLevel.User).AllowViewers().WithSummary("End the session of a refresh token, and its access tokens")
            .Produces<StatusResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXValidationBody>(422);
        auth.MapPost("/change-password", ChangePassword).WithName("AuthX_Auth_ChangePassword").RequireStrictRate().RequireLevel(AccessLevel.User).AllowViewers().WithSummary("Change the password and end all sessions")
            .Produces<StatusResponse>().Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(401).Produces<AuthXValidationBody>(422).Produces<AuthXErrorBody>(423);
    }

    private static async Task<IResult> Register(RegisterRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return result.Failed(out var error, out var registration) ? error.ToResult() : Results.Json(registration.User.ToWire(), statusCode: 201);
    }

    private static async Task<IResult> Login(LoginBody body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return result.Failed(out var error, out var signIn) ? body.InOwnNames(error).ToResult() : Results.Ok(signIn.ToLogin());
    }

    private static async Task<IResult> Refresh(RefreshRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return result.Failed(out var error, out var signIn) ? error.ToResult() : Results.Ok(signIn.ToRefresh());
    }

    private static async Task<IResult> Logout(LogoutRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new SignOutCommand(caller.Caller, body.RefreshToken), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(AuthXMapping.Done("Successfully logged out"));
    }

    private static async Task<IResult> ChangePassword(ChangePasswordRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ChangePasswordCommand(caller.Caller, body.CurrentPassword, body.NewPassword), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(AuthXMapping.Done("Password changed successfully"));
    }
}
