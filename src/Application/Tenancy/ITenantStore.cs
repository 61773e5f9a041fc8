using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>The tenants themselves, whichever the unit of work's is. What is found may be changed; the commit writes it. Deleted ones are not there.</summary>
public interface ITenantStore
{
    Task<Tenant?> FindAsync(TenantId id, CancellationToken cancellationToken);

    /// <param name="domain">In lower case.</param>
    Task<bool> IsDomainTakenAsync(string domain, TenantId? except, CancellationToken cancellationToken);

    void Add(Tenant tenant);

    /// <summary>Takes away what opens the tenant's secrets: no copy of the database made later can tell them.</summary>
    Task DeleteKeysAsync(TenantId id, CancellationToken cancellationToken);
}
