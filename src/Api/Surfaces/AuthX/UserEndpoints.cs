using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Accounts, document 3's <c>/users</c>.</summary>
internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var users = surface.MapGroup("/users").WithTags("Users");
        users.MapPost("", Create).WithName("AuthX_Users_Create").RequirePermission(PermissionNames.UserCreate).WithSummary("Make an account for a person")
            .Produces<UserResponse>(201).Refuses(404, 409);
        users.MapGet("", List).WithName("AuthX_Users_List").RequirePermission(PermissionNames.UserRead)
            .WithSummary("The users of the organization, newest first")
            .Produces<PageResponse<UserResponse>>();
        users.MapGet("/{user_id}", Get).WithName("AuthX_Users_Get").RequirePermission(PermissionNames.UserRead).WithSummary("One user")
            .Produces<UserResponse>();
        users.MapPut("/{user_id}", Update).WithName("AuthX_Users_Update").RequirePermission(PermissionNames.UserUpdate).WithSummary("Change a user")
            .Produces<UserResponse>().Refuses(409);
        users.MapDelete("/{user_id}", Delete).WithName("AuthX_Users_Delete").RequirePermission(PermissionNames.UserDelete).WithSummary("Deactivate a user")
            .Produces<StatusResponse>().Refuses(409);
    }

    private static async Task<IResult> Create(
        CreateUserRequest body, NamedOrganization named, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, named.Or(body.OrganizationId)), cancellationToken);
        return Answer(result, user => user.ToWire<UserResponse>(), StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(UserListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken), page => page.ToWire(user => user.ToWire<UserResponse>()));
    }

    private static async Task<IResult> Get(Guid user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetUserQuery(request.Caller, new UserId(user_id)), cancellationToken), user => user.ToWire<UserResponse>());
    }

    private static async Task<IResult> Update(
        Guid user_id, UpdateUserRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller, user_id), cancellationToken), user => user.ToWire<UserResponse>());
    }

    private static async Task<IResult> Delete(Guid user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteUserCommand(request.Caller, new UserId(user_id)), cancellationToken);
        return Answer(result, () => AuthXWire.Done("User deleted successfully"));
    }
}

internal sealed record UserListParameters(string? Search, bool? IsActive, PageParameters Page) : QueryParameters<UserListParameters>
{
    public ListUsersQuery ToQuery(Caller caller) => new(caller, Search, IsActive, Page.ToPage());
}
