using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Reads about logins before it is known whose they are.</summary>
public interface IRefreshTokenTenants
{
    /// <summary>The tenant of a refresh token; null when there is no such token, or the tenant is deactivated.</summary>
    Task<TenantId?> FindTenantAsync(string refreshTokenHash, CancellationToken cancellationToken);
}
