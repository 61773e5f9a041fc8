using ModuleX.Api.Hosting;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What roles may allow, document 3's <c>/permissions</c>; the same for all organizations.</summary>
internal static class PermissionEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var permissions = surface.MapGroup("/permissions").WithTags("Permissions");
        permissions.MapPost("", Create).WithName("AuthX_Permissions_Create").RequireLevel(AccessLevel.SuperAdmin).WithSummary("Make a permission that no role allows yet")
            .Produces<PermissionResponse>(201).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        permissions.MapGet("/grouped", List).WithName("AuthX_Permissions_ListGrouped").RequireLevel(AccessLevel.User).WithSummary("The permissions by what they are about")
            .Produces<GroupedPermissionsResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXValidationBody>(422);
        permissions.MapGet("/{permission_id}", Get).WithName("AuthX_Permissions_Get").RequireLevel(AccessLevel.User).WithSummary("One permission")
            .Produces<PermissionResponse>().Produces<AuthXErrorBody>(401).Produces<AuthXErrorBody>(404);
        permissions.MapPut("/{permission_id}", Update).WithName("AuthX_Permissions_Update").RequireLevel(AccessLevel.SuperAdmin).WithSummary("Change a permission")
            .Produces<PermissionResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        permissions.MapDelete("/{permission_id}", Delete).WithName("AuthX_Permissions_Delete").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Delete a permission, out of every role").Produces<StatusResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
    }

    private static async Task<IResult> Create(CreatePermissionRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller), cancellationToken);
        return result.Failed(out var error, out var permission) ? error.ToResult() : Results.Json(permission.ToWire(), statusCode: 201);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToListPermissions(caller), cancellationToken);
        return result.Failed(out var error, out var permissions) ? error.ToResult() : Results.Ok(permissions.ToGroups());
    }

    private static async Task<IResult> Get(Guid permission_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetPermissionQuery(caller.Caller, new PermissionId(permission_id)), cancellationToken);
        return result.Failed(out var error, out var permission) ? error.ToResult() : Results.Ok(permission.ToWire());
    }

    private static async Task<IResult> Update(
        Guid permission_id, UpdatePermissionRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller, permission_id), cancellationToken);
        return result.Failed(out var error, out var permission) ? error.ToResult() : Results.Ok(permission.ToWire());
    }

    private static async Task<IResult> Delete(Guid permission_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeletePermissionCommand(caller.Caller, new PermissionId(permission_id)), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(AuthXMapping.Done("Permission deleted successfully"));
    }
}
