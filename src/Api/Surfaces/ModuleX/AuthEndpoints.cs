using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Registering, signing in and who one is, document 1's <c>/auth</c>.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/auth/register", Register).WithName("ModuleX_Auth_Register").RequireStrictRate().WithSummary("Make an account and sign in")
            .Produces<TokensResponse>(201).Refuses(409);
        surface.MapPost("/auth/login", Login).WithName("ModuleX_Auth_Login").RequireStrictRate().WithSummary("Sign in with email and password")
            .Produces<TokensResponse>().Refuses(401, 423);
        surface.MapPost("/auth/refresh", Refresh).WithName("ModuleX_Auth_Refresh").RequireStrictRate().WithSummary("Exchange a refresh token for new tokens")
            .Produces<TokensResponse>().Refuses(401);
        surface.MapGet("/auth/me", GetMe).WithName("ModuleX_Auth_Me").RequireLevel(AccessLevel.User).WithSummary("The signed-in user")
            .Produces<MeResponse>();
        surface.MapGet("/auth/me/organizations", ListMyOrganizations).WithName("ModuleX_Auth_MyOrganizations").RequireLevel(AccessLevel.User)
            .WithSummary("The organizations of the signed-in user; with ?role= only those where the user is that").Produces<MyOrganizationsResponse>();
    }

    private static async Task<IResult> Register(
        RegisterRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken);
        return Answer(result, registration => TokensResponse.Of(registration.SignIn!, isNew: true), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Login(
        LoginRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken), signIn => TokensResponse.Of(signIn));
    }

    private static async Task<IResult> Refresh(
        RefreshRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(tenant, client), cancellationToken), signIn => TokensResponse.Of(signIn));
    }

    private static async Task<IResult> GetMe(CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetProfileQuery(request.Caller), cancellationToken), MeResponse.Of);
    }

    private static async Task<IResult> ListMyOrganizations(
        CallerOfRequest request, MyOrganizationsParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetProfileQuery(request.Caller), cancellationToken),
            profile => MyOrganizationsResponse.Of(profile, list.Role));
    }
}

internal sealed record MyOrganizationsParameters([AllowedValues("member", "admin", "owner")] string? Role) : QueryParameters<MyOrganizationsParameters>;
