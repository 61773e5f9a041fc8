using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Accounts that are made for a person: by an admin, and the first super admin of an installation that names none in its settings.</summary>
internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/system/users/create", Create).WithName("ModuleX_System_CreateUser").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Make an account in the default organization")
            .Produces<CreatedUserResponse>().Refuses(409);
        surface.MapPost("/system/bootstrap", Bootstrap).WithName("ModuleX_System_Bootstrap").RequireStrictRate()
            .WithSummary("Make the first super admin with the token that the first start printed")
            .Produces<CreatedUserResponse>(201);
    }

    private static async Task<IResult> Create(CreateUserRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken), CreatedUserResponse.Of);
    }

    private static async Task<IResult> Bootstrap(
        BootstrapRequest body, TenantOfRequest tenant, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CreateFirstAdminCommand(tenant.Tenant, body.Email, body.Username, body.Password, new BootstrapTrust.Token(body.Token), client.Facts);
        return Answer(await useCases.SendAsync(command, cancellationToken), CreatedUserResponse.Of, StatusCodes.Status201Created);
    }
}
