using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="UserId">A user of the tenant.</param>
/// <param name="Role">member, admin or owner; only owners and system admins make owners.</param>
[LimitsOf(typeof(AddOrganizationUserCommand))]
internal sealed record AddOrganizationUserRequest(
    Guid UserId,
    [property: AllowedValues("member", "admin", "owner")] string Role = "member");

internal sealed record OrganizationUsersResponse(
    bool Success,
    OrganizationNames Organization,
    IReadOnlyList<OrganizationUser> Users,
    OrganizationUserPages Pagination);

/// <param name="Role">member, admin or owner.</param>
internal sealed record OrganizationUser(
    string Id,
    string Email,
    string Username,
    [property: AllowedValues("member", "admin", "owner")] string Role,
    bool IsActive,
    DateTimeOffset JoinedAt);

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record OrganizationUserPages(int Total, int Page, int Limit, bool HasNext);

/// <summary>Something that was done and has nothing to show.</summary>
/// <param name="Message">For people.</param>
internal sealed record DoneResponse(bool Success, string Message);
