using System.Text.Json;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Slug">2 to 50 of a-z, 0-9 and -; unique, and never changes.</param>
/// <param name="Name">For people; 1 to 255 characters.</param>
/// <param name="Domain">An internet domain, such as acme.com; unique.</param>
/// <param name="MaxUsers">How many users it may have; 100 where it is left out.</param>
/// <param name="MaxTools">How many tools it may install; 50 where it is left out.</param>
/// <param name="Settings">The organization's own settings: an object.</param>
[LimitsOf(typeof(CreateOrganizationCommand))]
internal sealed record CreateOrganizationRequest(
    string Slug,
    string Name,
    string? Domain = null,
    int? MaxUsers = null,
    int? MaxTools = null,
    JsonElement? Settings = null)
{
    public CreateOrganizationCommand ToCommand(Caller caller) => new(
        caller.Actor, Slug, Name,
        new OrganizationChange(Domain: Domain, MaxUsers: MaxUsers, MaxTools: MaxTools, Settings: Settings?.GetRawText()));
}

/// <summary>What to change; what is left out stays as it is.</summary>
/// <param name="Domain">An empty text takes it away.</param>
/// <param name="MaxUsers">Not less than the users that the organization has.</param>
/// <param name="IsActive">False keeps the members from acting in it; the default organization stays active.</param>
/// <param name="Settings">The whole object: it replaces the old one.</param>
[LimitsOf(typeof(UpdateOrganizationCommand))]
internal sealed record UpdateOrganizationRequest(
    string? Name = null,
    string? Domain = null,
    int? MaxUsers = null,
    int? MaxTools = null,
    bool? IsActive = null,
    JsonElement? Settings = null)
{
    public UpdateOrganizationCommand ToCommand(Caller caller, Guid organization) => new(
        caller, new OrganizationId(organization),
        new OrganizationChange(Name, null, Domain, MaxUsers, MaxTools, IsActive, Settings?.GetRawText()));
}

internal sealed record CreateOrganizationResponse(bool Success, string Message, NewOrganization Organization)
{
    public static CreateOrganizationResponse Of(OrganizationView view) => new(
        true,
        $"Organization '{view.Name}' created successfully",
        new(view.Id, view.Slug, view.Name, view.Domain, view.MaxUsers, view.MaxTools, view.IsActive, view.IsDefault,
        JsonElement.Parse(view.Settings), view.CreatedAt));
}

/// <param name="UpdatedFields">The names of the fields that were sent.</param>
internal sealed record UpdateOrganizationResponse(bool Success, string Message, IReadOnlyList<string> UpdatedFields)
{
    public static UpdateOrganizationResponse Of(UpdatedOrganizationView updated) =>
        new(true, "Organization updated successfully", updated.UpdatedFields);
}

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record NewOrganization(
    OrganizationId Id,
    string Slug,
    string Name,
    string? Domain,
    int MaxUsers,
    int MaxTools,
    bool IsActive,
    bool IsDefault,
    JsonElement Settings,
    DateTimeOffset CreatedAt);
