using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of organizations and the use cases.</summary>
internal static class OrganizationMapping
{
    public static CreateOrganizationCommand ToCommand(this CreateOrganizationRequest request, Caller caller) =>
        new(caller.Actor, request.Slug, request.Name, new OrganizationChange(Description: request.Description, MaxUsers: request.MaxUsers));

    public static UpdateOrganizationCommand ToCommand(this UpdateOrganizationRequest request, Caller caller, Guid organization) => new(
        caller, new OrganizationId(organization),
        new OrganizationChange(request.Name, request.Description, MaxUsers: request.MaxUsers, IsActive: request.IsActive));

    public static OrganizationResponse ToWire(this OrganizationView view) => new(
        view.Id.ToString(), view.Name, view.Slug, view.Description, view.MaxUsers, view.IsActive,
        [.. view.Places.Select(place => new OrganizationLocation(place.Id.ToString(), place.Name, place.Code, place.IsActive))],
        view.CreatedAt, view.UpdatedAt);
}
