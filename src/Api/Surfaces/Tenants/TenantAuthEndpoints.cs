using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Signing in to a tenant, document 4's <c>/api/tenants/auth</c>.</summary>
internal static class TenantAuthEndpoints
{
    public static void Map(IEndpointRouteBuilder tenants) =>
        tenants.MapPost("/auth", Login).WithName("Tenants_Auth_Login").RequireStrictRate()
            .WithSummary("Sign in to a tenant with username (or email) and password")
            .Produces<Envelope<TenantLoginResponse>>().Refuses(401, 423);

    private static async Task<IResult> Login(TenantLoginRequest body, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(client), cancellationToken);
        return result.Failed(out var error, out var signIn) ? Refused(error).ToResult()
            : Results.Ok(TenantsWire.Success(TenantLoginResponse.Of(signIn), "Login successful"));
    }

    /// <summary>Document 4's sentence for a login that is refused, whatever was wrong with it.</summary>
    private static Error Refused(Error error) => error.Kind == ErrorKind.Unauthenticated ? error with { Message = "Invalid credentials" } : error;
}
