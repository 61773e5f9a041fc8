using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Accounts that are made for somebody: by an admin, and the first super admin of an installation that names none in its settings.</summary>
internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/system/users/create", Create).WithName("ModuleX_System_CreateUser").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Make an account in the default organization")
            .Produces<CreatedUserResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(409).Produces<ModuleXErrorBody>(422);
        surface.MapPost("/system/bootstrap", Bootstrap).WithName("ModuleX_System_Bootstrap").RequireStrictRate().WithSummary("Make the first super admin with the token that the first start printed")
            .Produces<CreatedUserResponse>(201).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(422);
    }

    private static async Task<IResult> Create(CreateUserRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller), cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Ok(user.ToCreated());
    }

    private static async Task<IResult> Bootstrap(BootstrapRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CreateFirstAdminCommand(tenant.Tenant, body.Email, body.Username, body.Password, new BootstrapTrust.Token(body.Token), client.Facts);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out var user) ? error.ToResult() : Results.Json(user.ToCreated(), statusCode: 201);
    }
}
