using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Access;

/// <summary>Stores service API keys by their hash.</summary>
public interface IApiKeyRepository
{
    Task AddAsync(ApiKey key, CancellationToken cancellationToken);

    /// <summary>Newest first, revoked ones included.</summary>
    Task<IReadOnlyList<ApiKey>> ListAsync(OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>Null when there is none, or its organization or tenant is not active.</summary>
    Task<ApiKey?> FindByHashAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Ends a key. False when there is none.</summary>
    Task<bool> RevokeAsync(ApiKeyId id, DateTimeOffset now, CancellationToken cancellationToken);
}
