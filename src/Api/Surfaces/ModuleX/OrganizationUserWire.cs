using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="UserId">A user of the tenant.</param>
/// <param name="Role">member, admin or owner; only owners and system admins make owners.</param>
[LimitsOf(typeof(AddOrganizationUserCommand))]
internal sealed record AddOrganizationUserRequest(
    Guid UserId,
    [property: AllowedValues("member", "admin", "owner")] string Role = "member")
{
    public AddOrganizationUserCommand ToCommand(Caller caller, Guid organization) =>
        new(caller, new OrganizationId(organization), new UserId(UserId), Role);
}

internal sealed record OrganizationUsersResponse(
    bool Success,
    OrganizationNames Organization,
    IReadOnlyList<OrganizationUser> Users,
    OrganizationUserPages Pagination)
{
    public static OrganizationUsersResponse Of(OrganizationUsersView view)
    {
        var page = view.Users;
        return new(
            true,
            view.Organization.ToWire<OrganizationNames>(),
            [.. page.Items.Select(user => new OrganizationUser(user.Id, user.Email, user.Username, user.Role.ToWord(), user.IsActive,
                user.JoinedAt))],
            new(page.Total, page.Number, page.Request.Take, page.HasNext));
    }
}

/// <param name="Role">member, admin or owner.</param>
internal sealed record OrganizationUser(
    UserId Id,
    string Email,
    string Username,
    [property: AllowedValues("member", "admin", "owner")] string Role,
    bool IsActive,
    DateTimeOffset JoinedAt);

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record OrganizationUserPages(int Total, int Page, int Limit, bool HasNext);
