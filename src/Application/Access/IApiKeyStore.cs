using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Access;

/// <summary>The service API keys of a unit of work's tenant. What is found may be changed; the commit writes it.</summary>
public interface IApiKeyStore
{
    /// <param name="organization">Another organization's key is not found.</param>
    Task<ApiKey?> FindAsync(OrganizationId organization, ApiKeyId id, CancellationToken cancellationToken);

    void Add(ApiKey key);
}
