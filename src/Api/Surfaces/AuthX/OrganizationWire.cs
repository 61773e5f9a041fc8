using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Name">For people; 1 to 255 characters.</param>
/// <param name="Slug">2 to 50 of a-z, 0-9 and -; unique, and never changes.</param>
/// <param name="MaxUsers">How many users it may have; 100 where it is left out.</param>
[LimitsOf(typeof(CreateOrganizationCommand))]
internal sealed record CreateOrganizationRequest(
    string Name,
    string Slug,
    string? Description = null,
    int? MaxUsers = null)
{
    public CreateOrganizationCommand ToCommand(Caller caller) =>
        new(caller.Actor, Slug, Name, new OrganizationChange(Description: Description, MaxUsers: MaxUsers));
}

/// <summary>What to change; what is left out stays as it is.</summary>
/// <param name="Description">An empty text takes it away.</param>
/// <param name="MaxUsers">Not less than the users that the organization has.</param>
/// <param name="IsActive">False keeps the users from acting in it; the default organization stays active.</param>
[LimitsOf(typeof(UpdateOrganizationCommand))]
internal sealed record UpdateOrganizationRequest(
    string? Name = null,
    string? Description = null,
    int? MaxUsers = null,
    bool? IsActive = null)
{
    public UpdateOrganizationCommand ToCommand(Caller caller, Guid organization) => new(
        caller, new OrganizationId(organization),
        new OrganizationChange(Name, Description, MaxUsers: MaxUsers, IsActive: IsActive));
}

/// <param name="Locations">Its places, by code.</param>
internal sealed record OrganizationResponse(
    OrganizationId Id,
    string Name,
    string Slug,
    string? Description,
    int MaxUsers,
    bool IsActive,
    IReadOnlyList<OrganizationLocation> Locations,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static OrganizationResponse Of(OrganizationView view) => new(
        view.Id, view.Name, view.Slug, view.Description, view.MaxUsers, view.IsActive,
        [.. view.Places.Select(place => place.ToWire<OrganizationLocation>())],
        view.CreatedAt, view.UpdatedAt);
}

internal sealed record OrganizationLocation(LocationId Id, string Name, string Code, bool IsActive);

internal sealed class OrganizationWire : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<PlaceView, OrganizationLocation>();
}
