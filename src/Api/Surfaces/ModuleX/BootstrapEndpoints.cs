using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>The first super admin of an installation that names none in its settings.</summary>
internal static class BootstrapEndpoints
{
    public static void Map(IEndpointRouteBuilder surface) =>
        surface.MapPost("/system/bootstrap", Bootstrap).WithName("ModuleX_System_Bootstrap").WithSummary("Make the first super admin with the token that the first start printed")
            .Produces<CreatedUserResponse>(201).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(422);

    private static async Task<IResult> Bootstrap(BootstrapRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CreateFirstAdminCommand(tenant.Tenant, body.Email, body.Username, body.Password, new BootstrapTrust.Token(body.Token), client.Facts);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Json(user.ToCreated(), statusCode: 201);
    }
}
