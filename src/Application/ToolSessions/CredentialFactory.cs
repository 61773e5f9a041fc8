using ModuleX.Domain.Catalog;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>The last step of every way to get a credential: seals the values and says what must be known without opening them.</summary>
internal sealed class CredentialFactory(CredentialSealer sealer, TimeProvider time)
{
    /// <summary>The credential that a session stores for a grant.</summary>
    /// <param name="known">What is kept beside the grant: connection fields, an older refresh token, what a person typed in.</param>
    public async Task<StoredCredential> MakeAsync(
        ToolSessionId id, AuthScheme scheme, CredentialValues known, TokenGrant grant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var values = known.Merge(grant.Values);
        var isRefreshable = scheme.IsExchanged || (scheme.Kind == AuthKind.OAuth2 && values.ContainsKey(CredentialValues.RefreshToken));
        return new StoredCredential(
            Guid.CreateVersion7(now),
            scheme.Id,
            await sealer.SealAsync(id, ToolSessionSecret.Credential, values, cancellationToken),
            grant.Scopes,
            (grant.ExpiresIn ?? scheme.TokenLifetime) is { } lifetime ? now + lifetime : null,
            isRefreshable,
            now);
    }
}
