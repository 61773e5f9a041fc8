using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Registering, signing in and out, document 3's <c>/auth</c>.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var auth = surface.MapGroup("/auth").WithTags("Authentication");
        auth.MapPost("/register", Register).WithName("AuthX_Auth_Register").RequireStrictRate().WithSummary("Make an account")
            .Produces<UserResponse>(201).Refuses(409);
        auth.MapPost("/login", Login).WithName("AuthX_Auth_Login").RequireStrictRate().WithSummary("Sign in with email and password")
            .Accepts<LoginRequest>("application/json", FormBody.ContentType).WithMetadata(new OtherBody(typeof(LoginForm), FormBody.ContentType))
            .Produces<LoginResponse>().Refuses(401, 423);
        auth.MapPost("/refresh", Refresh).WithName("AuthX_Auth_Refresh").RequireStrictRate()
            .WithSummary("Get a new access token for a refresh token, which stays good")
            .Produces<RefreshResponse>().Refuses(401);
        auth.MapPost("/logout", Logout).WithName("AuthX_Auth_Logout").RequireLevel(AccessLevel.User).AllowViewers()
            .WithSummary("End the session of a refresh token, and its access tokens")
            .Produces<StatusResponse>();
        auth.MapPost("/change-password", ChangePassword).WithName("AuthX_Auth_ChangePassword").RequireStrictRate().RequireLevel(AccessLevel.User)
            .AllowViewers().WithSummary("Change the password and end all sessions")
            .Produces<StatusResponse>().Refuses(423);
    }

    private static async Task<IResult> Register(
        RegisterRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return Answer(result, registration => registration.User.ToWire<UserResponse>(), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Login(
        LoginBody body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return result.Failed(out var error, out var signIn) ? body.InOwnNames(error).ToResult() : Results.Ok(LoginResponse.Of(signIn));
    }

    private static async Task<IResult> Refresh(
        RefreshRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken), RefreshResponse.Of);
    }

    private static async Task<IResult> Logout(LogoutRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new SignOutCommand(request.Caller, body.RefreshToken), cancellationToken);
        return Answer(result, () => AuthXWire.Done("Successfully logged out"));
    }

    private static async Task<IResult> ChangePassword(
        ChangePasswordRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ChangePasswordCommand(request.Caller, body.CurrentPassword, body.NewPassword), cancellationToken);
        return Answer(result, () => AuthXWire.Done("Password changed successfully"));
    }
}
