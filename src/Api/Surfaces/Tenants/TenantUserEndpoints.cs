using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The users of a tenant, document 4's <c>/api/tenants/users</c>: its admins see and change them, everybody else sees only themselves.</summary>
internal static class TenantUserEndpoints
{
    public static void Map(IEndpointRouteBuilder tenants)
    {
        var users = tenants.MapGroup("/users");
        users.MapGet("", List).WithName("Tenants_Users_List").RequireLevel(AccessLevel.User)
            .WithSummary("The users of the tenant for its admins, and oneself for everybody else, newest first; at most 100 a page")
            .Produces<Envelope<TenantUserResponse[]>>();
        users.MapPost("", Create).WithName("Tenants_Users_Create").RequireLevel(AccessLevel.SystemAdmin).WithSummary("Make an account in the tenant")
            .Produces<Envelope<TenantUserResponse>>(201).Refuses(409);
        users.MapGet("/{user_id}", Get).WithName("Tenants_Users_Get").RequireLevel(AccessLevel.User).WithSummary("One user")
            .Produces<Envelope<TenantUserResponse>>();
        users.MapPut("/{user_id}", Update).WithName("Tenants_Users_Update").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Change a user; what is left out stays")
            .Produces<Envelope<TenantUserResponse>>().Refuses(409);
        users.MapDelete("/{user_id}", Delete).WithName("Tenants_Users_Delete").RequireLevel(AccessLevel.SystemAdmin)
            .WithSummary("Delete a user for good; its e-mail address is free, and the audit log keeps its name")
            .Produces<Envelope<object>>().Refuses(409);
    }

    private static async Task<IResult> List(TenantUserListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        return Answer(result, page => TenantsWire.Success(page.Items.Select(TenantUserResponse.Of)));
    }

    private static async Task<IResult> Create(TenantUserRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken);
        return Answer(result, user => TenantsWire.Success(TenantUserResponse.Of(user)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Get(long user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetTenantUserQuery(request.Caller, user_id), cancellationToken);
        return Answer(result, user => TenantsWire.Success(TenantUserResponse.Of(user)));
    }

    private static async Task<IResult> Update(
        long user_id, TenantUserChangeRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        if ((await useCases.SendAsync(new GetTenantUserQuery(request.Caller, user_id), cancellationToken)).Failed(out var error, out var user))
            return error.ToResult();
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, user), cancellationToken);
        return Answer(result, changed => TenantsWire.Success(TenantUserResponse.Of(changed)));
    }

    private static async Task<IResult> Delete(long user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteTenantUserCommand(request.Caller, user_id), cancellationToken);
        return Answer(result, () => TenantsWire.Success<object?>(null, "User deleted"));
    }
}

internal sealed record TenantUserListParameters(string? Search, bool? IsActive, PageParameters Page) : QueryParameters<TenantUserListParameters>
{
    public ListTenantUsersQuery ToQuery(Caller caller) => new(caller, Search, IsActive, Page.ToPage());
}
