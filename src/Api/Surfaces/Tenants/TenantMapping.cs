using ModuleX.Application.Tenancy;
using ModuleX.Domain.Tenancy;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Between the wire records of the tenants themselves and the use cases.</summary>
internal static class TenantMapping
{
    public static CreateTenantCommand ToCommand(this TenantRequest request, Caller caller) => new(
        Regular(request.Domain)!, request.Name, request.Admin is { } admin ? new TenantAdmin(admin.Username, admin.Email, admin.Password) : null, caller);

    public static UpdateTenantCommand ToCommand(this TenantChangeRequest request, Caller caller, Guid tenant) =>
        new(caller, new TenantId(tenant), request.Name, Regular(request.Domain), request.IsActive);

    public static TenantResponse ToWire(this TenantView tenant) => new(tenant.Id.ToString(), tenant.Name, tenant.Domain, tenant.IsActive, tenant.CreatedAt);

    /// <summary>The header's value is read in lower case, too.</summary>
    private static string? Regular(string? domain) => domain?.Trim().ToLowerInvariant();
}
