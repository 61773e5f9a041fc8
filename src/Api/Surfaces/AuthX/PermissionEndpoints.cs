using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What roles may allow, document 3's <c>/permissions</c>; the same for all organizations.</summary>
internal static class PermissionEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var permissions = surface.MapGroup("/permissions").WithTags("Permissions");
        permissions.MapPost("", Create).WithName("AuthX_Permissions_Create").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Make a permission that no role allows yet")
            .Produces<PermissionResponse>(201).Refuses(409);
        permissions.MapGet("/grouped", List).WithName("AuthX_Permissions_ListGrouped").RequireLevel(AccessLevel.User)
            .WithSummary("The permissions by what they are about")
            .Produces<GroupedPermissionsResponse>();
        permissions.MapGet("/{permission_id}", Get).WithName("AuthX_Permissions_Get").RequireLevel(AccessLevel.User).WithSummary("One permission")
            .Produces<PermissionResponse>();
        permissions.MapPut("/{permission_id}", Update).WithName("AuthX_Permissions_Update").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Change a permission")
            .Produces<PermissionResponse>().Refuses(409);
        permissions.MapDelete("/{permission_id}", Delete).WithName("AuthX_Permissions_Delete").RequireLevel(AccessLevel.SuperAdmin)
            .WithSummary("Delete a permission, out of every role").Produces<StatusResponse>();
    }

    private static async Task<IResult> Create(CreatePermissionRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken);
        return Answer(result, permission => permission.ToWire<PermissionResponse>(), StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(PermissionListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken), GroupedPermissionsResponse.Of);
    }

    private static async Task<IResult> Get(Guid permission_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetPermissionQuery(request.Caller, new PermissionId(permission_id)), cancellationToken);
        return Answer(result, permission => permission.ToWire<PermissionResponse>());
    }

    private static async Task<IResult> Update(
        Guid permission_id, UpdatePermissionRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller, permission_id), cancellationToken),
            permission => permission.ToWire<PermissionResponse>());
    }

    private static async Task<IResult> Delete(Guid permission_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeletePermissionCommand(request.Caller, new PermissionId(permission_id)), cancellationToken);
        return Answer(result, () => AuthXWire.Done("Permission deleted successfully"));
    }
}

internal sealed record PermissionListParameters(string? Search, string? Resource, string? Action) : QueryParameters<PermissionListParameters>
{
    public ListPermissionsQuery ToQuery(Caller caller) => new(caller, Search, Resource, Action);
}
