using ModuleX.Domain.Results;

namespace ModuleX.Domain.Tenancy;

/// <summary>Why something with a tenant is refused.</summary>
public static class TenantErrors
{
    public static Error DomainTaken(string domain) =>
        new(ErrorKind.Conflict, "tenant_domain_taken", $"A tenant with the domain {domain} already exists");

    /// <summary>Unknown and deleted are the same.</summary>
    public static Error NotFound { get; } = new(ErrorKind.NotFound, "tenant_not_found", "Tenant not found");

    public static Error DefaultStays { get; } =
        new(ErrorKind.Conflict, "tenant_is_default", "The default tenant can't be deleted, deactivated or moved to another domain");

    public static Error Unknown(string domain) =>
        new(ErrorKind.NotFound, "tenant_not_found", $"Tenant {domain} not found");
}
