using ModuleX.Application.Catalog;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Refreshes by refresh token (RFC 6749, section 6), or by asking again with what the person typed in.</summary>
internal sealed class CredentialRefresher(
    IToolCatalog catalog, IOAuthClients clients, IAuthorizationServer server, CredentialSealer sealer, CredentialFactory credentials) : ICredentialRefresher
{
    public async Task<Result<StoredCredential>> RefreshAsync(
        ToolSessionId id, StoredCredential credential, SendPermit permit, CancellationToken cancellationToken)
    {
        if (!credential.IsRefreshable || catalog.FindTool(id.Tool).Failed(out _, out var tool) || tool.FindScheme(credential.Scheme) is not { } scheme)
            return ToolSessionErrors.NeedsReconnect(id);
        if (await sealer.OpenAsync(id, ToolSessionSecret.Credential, credential.Secret, cancellationToken) is not { } known)
            return ToolSessionErrors.NeedsReconnect(id);
        var asked = scheme.IsExchanged
            ? await server.RequestTokenAsync(AuthorizationTarget.OfTyped(tool, scheme, known), cancellationToken)
            : await RefreshTokenAsync(id, tool, scheme, known, permit, cancellationToken);
        if (asked.Failed(out var error, out var grant))
            return error.Code == AuthorizationErrors.GrantRefusedCode ? ToolSessionErrors.NeedsReconnect(id) : ToolSessionErrors.RefreshFailed(tool.Name);
        // A service that names no scopes in the answer has not changed them (RFC 6749, section 6).
        if (grant.Scopes.IsEmpty) grant = grant with { Scopes = credential.Scopes };
        return await credentials.MakeAsync(id, scheme, known, grant, cancellationToken);
    }

    private async Task<Result<TokenGrant>> RefreshTokenAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues known, SendPermit permit, CancellationToken cancellationToken)
    {
        if (await clients.FindAsync(id, cancellationToken) is not { } client) return AuthorizationErrors.ClientMissing(tool, null);
        return await server.RefreshAsync(new(tool, scheme, client, known), known[CredentialValues.RefreshToken], permit, cancellationToken);
    }
}
