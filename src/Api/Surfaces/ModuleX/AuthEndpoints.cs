using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Registering, signing in and who one is, document 1's <c>/auth</c>.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/auth/register", Register).WithName("ModuleX_Auth_Register").RequireStrictRate().WithSummary("Make an account and sign in")
            .Produces<TokensResponse>(201).Produces<ModuleXErrorBody>(400).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(409).Produces<ModuleXErrorBody>(422);
        surface.MapPost("/auth/login", Login).WithName("ModuleX_Auth_Login").RequireStrictRate().WithSummary("Sign in with email and password")
            .Produces<TokensResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(422).Produces<ModuleXErrorBody>(423);
        surface.MapPost("/auth/refresh", Refresh).WithName("ModuleX_Auth_Refresh").RequireStrictRate().WithSummary("Exchange a refresh token for new tokens")
            .Produces<TokensResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(422);
        surface.MapGet("/auth/me", GetMe).WithName("ModuleX_Auth_Me").RequireLevel(AccessLevel.User).WithSummary("The signed-in user")
            .Produces<MeResponse>().Produces<ModuleXErrorBody>(401);
        surface.MapGet("/auth/me/organizations", ListMyOrganizations).WithName("ModuleX_Auth_MyOrganizations").RequireLevel(AccessLevel.User)
            .WithSummary("The organizations of the signed-in user; with ?role= only those where the user is that").Produces<MyOrganizationsResponse>().Produces<ModuleXErrorBody>(401);
    }

    private static async Task<IResult> Register(RegisterRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return result.Failed(out var error, out var registration) ? error.ToResult() : Results.Json(registration.SignIn!.ToWire(isNew: true), statusCode: 201);
    }

    private static async Task<IResult> Login(LoginRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return result.Failed(out var error, out var signIn) ? error.ToResult() : Results.Ok(signIn.ToWire());
    }

    private static async Task<IResult> Refresh(RefreshRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return result.Failed(out var error, out var signIn) ? error.ToResult() : Results.Ok(signIn.ToWire());
    }

    private static async Task<IResult> GetMe(CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetProfileQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var profile) ? error.ToResult() : Results.Ok(profile.ToMe());
    }

    private static async Task<IResult> ListMyOrganizations(CallerOfRequest caller, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var role = query.Word("role", AuthMapping.MembershipRoles);
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new GetProfileQuery(caller.Caller), cancellationToken);
        return result.Failed(out var error, out var profile) ? error.ToResult() : Results.Ok(profile.ToOrganizations(role));
    }
}
