using ModuleX.Domain.ConnectLinks;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Reads connect links before it is known whose they are, and clears old ones away.</summary>
public interface IConnectLinkTokens
{
    /// <summary>The link as it is now, not to be changed; null where there is none, or its tenant is deactivated.</summary>
    /// <param name="tokenHash">Of <see cref="ConnectLink.HashOf"/>.</param>
    Task<FoundConnectLink?> FindAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>Moves credentials that were not completed in time to the queue of revocations, and deletes links that ended a day ago.</summary>
    Task CleanAsync(CancellationToken cancellationToken);
}

/// <summary>A connect link that a token led to.</summary>
/// <param name="TenantDomain">Where its people sign in.</param>
public sealed record FoundConnectLink(ConnectLink Link, string TenantDomain);
