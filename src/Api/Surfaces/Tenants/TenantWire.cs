using System.ComponentModel.DataAnnotations;
using Mapster;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Tenancy;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Domain">What X-Tenant-Domain will name: small letters, digits, points and hyphens.</param>
/// <param name="Name">For people; the domain where left out.</param>
/// <param name="Admin">The first account of the tenant, its super admin; none where left out.</param>
[LimitsOf(typeof(CreateTenantCommand))]
internal sealed record TenantRequest(string Domain, string? Name = null, TenantAdminRequest? Admin = null)
{
    public CreateTenantCommand ToCommand(Caller caller) => new(
        TenantWire.Regular(Domain)!, Name, Admin is { } admin ? new TenantAdmin(admin.Username, admin.Email, admin.Password) : null, caller);
}

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
    bool? IsActive = null)
{
    public UpdateTenantCommand ToCommand(Caller caller, Guid tenant) =>
        new(caller, new TenantId(tenant), Name, TenantWire.Regular(Domain), IsActive);
}

internal sealed record TenantResponse(TenantId Id, string Name, string Domain, bool IsActive, DateTimeOffset CreatedAt);

internal sealed class TenantWire : IRegister
{
    /// <summary>The header's value is read in lower case, too.</summary>
    public static string? Regular(string? domain) => domain?.Trim().ToLowerInvariant();

    public void Register(TypeAdapterConfig config) => config.NewConfig<TenantView, TenantResponse>();
}
