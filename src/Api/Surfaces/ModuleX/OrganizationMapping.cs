using System.Text.Json;
using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of organizations and the use cases.</summary>
internal static class OrganizationMapping
{
    private const double BytesInMb = 1024 * 1024;

    public static CreateOrganizationCommand ToCommand(this CreateOrganizationRequest request, Caller caller) => new(
        caller.Actor, request.Slug, request.Name,
        new OrganizationChange(Domain: request.Domain, MaxUsers: request.MaxUsers, MaxTools: request.MaxTools, Settings: request.Settings?.GetRawText()));

    public static UpdateOrganizationCommand ToCommand(this UpdateOrganizationRequest request, Caller caller, Guid organization) => new(
        caller, new OrganizationId(organization),
        new OrganizationChange(request.Name, null, request.Domain, request.MaxUsers, request.MaxTools, request.IsActive, request.Settings?.GetRawText()));

    public static AddOrganizationUserCommand ToCommand(this AddOrganizationUserRequest request, Caller caller, Guid organization) =>
        new(caller, new OrganizationId(organization), new UserId(request.UserId), request.Role);

    public static CreateOrganizationResponse ToCreated(this OrganizationView view) => new(
        true,
        $"Organization '{view.Name}' created successfully",
        new(view.Id.ToString(), view.Slug, view.Name, view.Domain, view.MaxUsers, view.MaxTools, view.IsActive, view.IsDefault,
        JsonElement.Parse(view.Settings), view.CreatedAt));

    public static OrganizationListResponse ToWire(this Page<OrganizationView> page) => new(
        true,
        [.. page.Items.Select(
            view => new ListedOrganization(view.Id.ToString(), view.Slug, view.Name, view.Domain, view.IsActive, view.MaxUsers, view.CreatedAt))],
        new(page.Total, page.Number, page.Request.Take, page.Count, page.HasNext, page.HasPrevious));

    public static OrganizationDetailsResponse ToDetails(this OrganizationView view)
    {
        var remaining = Math.Max(0, view.MaxUsers - view.MemberCount);
        return new(true, new(
            view.Id.ToString(), view.Slug, view.Name, view.Domain, view.MaxUsers, view.MaxTools, view.IsActive, view.IsDefault,
            JsonElement.Parse(view.Settings),
            view.CreatedAt, view.UpdatedAt, new(view.MemberCount, remaining, remaining > 0)));
    }

    public static OrganizationResponse ToFacts(this OrganizationView view) => new(true, new(
        view.Id.ToString(), view.Slug, view.Name, view.Domain, view.MaxUsers, view.MaxTools, view.IsActive, view.IsDefault, JsonElement.Parse(view.Settings),
        view.CreatedAt, view.UpdatedAt));

    public static UpdateOrganizationResponse ToWire(this UpdatedOrganizationView updated) =>
        new(true, "Organization updated successfully", updated.UpdatedFields);

    public static DoneResponse ToDeleted(this OrganizationView view) => new(true, $"Organization '{view.Name}' deleted successfully");

    public static OrganizationUsersResponse ToWire(this OrganizationUsersView view)
    {
        var page = view.Users;
        return new(
            true,
            view.Organization.ToNames(),
            [.. page.Items.Select(user => new OrganizationUser(user.Id.ToString(), user.Email, user.Username, user.Role.ToWire(), user.IsActive,
                user.JoinedAt))],
            new(page.Total, page.Number, page.Request.Take, page.HasNext));
    }

    public static DoneResponse ToWire(this AddedMemberView added) => new(true, added.WasMember
        ? $"Role of the user in organization '{added.OrganizationName}' changed successfully"
        : $"User added to organization '{added.OrganizationName}' successfully");

    public static DoneResponse ToWire(this RemovedMemberView removed) => new(true, removed.MovedToDefault
        ? $"User removed from organization '{removed.OrganizationName}' and moved to default organization"
        : $"User removed from organization '{removed.OrganizationName}'");

    public static OrganizationStatisticsResponse ToWire(this MeasuredOrganizationView measured)
    {
        var numbers = measured.Statistics;
        return new(true, measured.Organization.ToNames(), new(
            numbers.Users, numbers.ActiveUsers, numbers.Tools, numbers.ActiveTools, numbers.CallsToday, numbers.CallsThisMonth,
            Math.Round(numbers.StoredBytes / BytesInMb, 2), numbers.LastActivityAt));
    }

    private static OrganizationNames ToNames(this OrganizationView view) => new(view.Id.ToString(), view.Name, view.Slug, view.Domain);
}
