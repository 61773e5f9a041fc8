using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Organizations;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Name">1 to 100 characters, unique in the tenant.</param>
[LimitsOf(typeof(CreateOrganizationCommand))]
internal sealed record TenantOrganizationRequest(string Name, string? Description = null);

/// <summary>What is left out stays as it is.</summary>
/// <param name="Name">1 to 100 characters, unique in the tenant.</param>
/// <param name="Description">Empty for none.</param>
[LimitsOf(typeof(UpdateOrganizationCommand))]
internal sealed record TenantOrganizationChangeRequest(string? Name = null, string? Description = null);

/// <param name="Description">Empty where there is none.</param>
/// <param name="CreatedBy">The number 0 and the name system for the tenant's first organization and for those made at the command line.</param>
internal sealed record TenantOrganizationResponse(
    string Id,
    string Name,
    string Description,
    DateTimeOffset CreatedAt,
    TenantCreator CreatedBy);

internal sealed record TenantCreator(long Id, string Username);
