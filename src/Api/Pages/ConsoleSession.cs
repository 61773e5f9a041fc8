using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Operations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Pages;

/// <summary>Signing in to the console and out of it, by the login that all surfaces have. The tokens stay in cookies.</summary>
internal static class ConsoleSession
{
    private const string Path = "/app/session";

    public static void Map(IEndpointRouteBuilder app)
    {
        var session = app.MapGroup(Path).ExcludeFromDescription().AddEndpointFilter<RouteGroupBuilder, ConsoleRules>();
        session.MapGet("", Look);
        session.MapPost("", SignIn).RequireStrictRate();
        session.MapPost("/renewal", Renew).RequireStrictRate();
        session.MapDelete("", SignOut);
    }

    private static async Task<IResult> Look(
        HttpContext context, TenantOfRequest tenant, ConsoleCookies cookies, IAccessTokens tokens, IUseCases useCases, CancellationToken cancellationToken)
    {
        if (await FindCallerAsync(context, cookies, tokens) is not null) return Results.Ok(new ConsoleStateResponse("signed_in"));
        if (cookies.FindRenewal(context.Request) is not null) return Results.Ok(new ConsoleStateResponse("renewable"));
        var result = await useCases.SendAsync(new GetAdminStatusQuery(tenant.Tenant), cancellationToken);
        return Answers.Answer(result, admins => new ConsoleStateResponse(admins.HasSuperAdmin ? "signed_out" : "no_admin"));
    }

    private static async Task<IResult> SignIn(
        ConsoleSignInRequest body, HttpContext context, TenantOfRequest tenant, ClientOfRequest client, ConsoleCookies cookies, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        var command = new SignInCommand(tenant.Tenant, body.Email, body.Password, new LoginTerms(IsRemembered: body.RememberMe), client.Facts);
        if ((await useCases.SendAsync(command, cancellationToken)).Failed(out var error, out var signIn)) return error.ToResult();
        Keep(context, cookies, signIn, body.RememberMe);
        return Results.NoContent();
    }

    private static async Task<IResult> Renew(
        HttpContext context, ClientOfRequest client, ConsoleCookies cookies, IUseCases useCases, CancellationToken cancellationToken)
    {
        if (cookies.FindRenewal(context.Request) is not var (token, isRemembered)) return IdentityErrors.RefreshTokenInvalid.ToResult();
        var command = new RefreshLoginSessionCommand(null, token, Rotates: true, client.Facts);
        if ((await useCases.SendAsync(command, cancellationToken)).Failed(out var error, out var signIn))
        {
            // What is only busy may be tried again with the same cookie.
            if (error.Kind == ErrorKind.Unauthenticated) cookies.Forget(context.Response);
            return error.ToResult();
        }
        Keep(context, cookies, signIn, isRemembered);
        return Results.NoContent();
    }

    /// <summary>The pages to connect and to join know the person, too: it is one person at one server.</summary>
    private static void Keep(HttpContext context, ConsoleCookies cookies, SignInView signIn, bool isRemembered)
    {
        cookies.Keep(context.Response, signIn, isRemembered);
        new PageOfRequest(context).SignIn(signIn);
    }

    private static async Task<IResult> SignOut(
        HttpContext context, ConsoleCookies cookies, IAccessTokens tokens, IUseCases useCases, CancellationToken cancellationToken)
    {
        if (await FindCallerAsync(context, cookies, tokens) is { } caller)
        {
            var ending = await useCases.SendAsync(new SignOutCommand(caller, cookies.AccessTokenIn(context.Request)!), cancellationToken);
            if (ending.Failed(out var error, out _) && error.Kind != ErrorKind.Unauthenticated) return error.ToResult();
        }
        cookies.Forget(context.Response);
        new PageOfRequest(context).SignOut();
        return Results.NoContent();
    }

    private static async Task<Caller?> FindCallerAsync(HttpContext context, ConsoleCookies cookies, IAccessTokens tokens)
    {
        if (cookies.AccessTokenIn(context.Request) is not { Length: > 0 } token) return null;
        var found = await tokens.FindAsync(token, context.RequestAborted);
        return found.Failed(out _, out var authority) ? null : new Caller(authority, ClientOfRequest.Of(context));
    }

    /// <summary>Passwords go over a safe connection only, and only the console asks.</summary>
    private sealed class ConsoleRules(PageSecurity security, ConsoleCookies cookies) : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            if (!security.IsSafe) return new(PageErrors.Insecure.ToResult());
            return cookies.IsOwn(context.HttpContext.Request) ? next(context) : new(PageErrors.ForeignForm.ToResult());
        }
    }
}

/// <param name="RememberMe">Whether the session lasts after the browser was closed.</param>
internal sealed record ConsoleSignInRequest(string Email, string Password, bool RememberMe = false);

/// <param name="State">
/// signed_in, renewable (the access token is over, the session may not be), signed_out, or no_admin: the server waits for its first one.
/// </param>
internal sealed record ConsoleStateResponse(string State);
