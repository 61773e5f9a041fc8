using ModuleX.Domain.Results;

namespace ModuleX.Domain.Tenancy;

/// <summary>Why something with a tenant is refused.</summary>
public static class TenantErrors
{
    public static Error DomainTaken(string domain) =>
        new(ErrorKind.Conflict, "tenant_domain_taken", $"A tenant with the domain {domain} already exists");

    /// <summary>Unknown and deleted are the same, and so is every tenant to those who manage none.</summary>
    public static Error NotFound { get; } = new(ErrorKind.NotFound, "tenant_not_found", "Tenant not found");

    public static Error DefaultStays { get; } =
        new(ErrorKind.Conflict, "tenant_is_default", "The default tenant can't be deleted, deactivated or moved to another domain");

    /// <summary>Somebody who is no super admin of the default tenant tries to manage tenants.</summary>
    public static Error NotManaged { get; } =
        new(ErrorKind.Forbidden, "tenants_not_managed", "Only super admins of the default tenant manage tenants");

    public static Error Unknown(string domain) =>
        new(ErrorKind.NotFound, "tenant_not_found", $"Tenant {domain} not found");
}
