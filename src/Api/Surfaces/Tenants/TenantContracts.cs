using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Tenancy;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Domain">What X-Tenant-Domain will name: small letters, digits, points and hyphens.</param>
/// <param name="Name">For people; the domain where left out.</param>
/// <param name="Admin">The first account of the tenant, its super admin; none where left out.</param>
[LimitsOf(typeof(CreateTenantCommand))]
internal sealed record TenantRequest(string Domain, string? Name = null, TenantAdminRequest? Admin = null);

internal sealed record TenantAdminRequest(
    [property: MaxLength(100)] string Username,
    [property: MaxLength(254)] string Email,
    [property: MaxLength(128)] string Password)
{
    public override string ToString() => nameof(TenantAdminRequest);
}

/// <summary>What is left out stays as it is.</summary>
/// <param name="IsActive">False refuses the logins, tokens and keys of the tenant until it is true again.</param>
[LimitsOf(typeof(UpdateTenantCommand))]
internal sealed record TenantChangeRequest(
    string? Name = null,
    [property: MaxLength(253)] string? Domain = null,
    bool? IsActive = null);

internal sealed record TenantResponse(string Id, string Name, string Domain, bool IsActive, DateTimeOffset CreatedAt);
