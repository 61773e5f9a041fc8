using ModuleX.Application.Ports;
using ModuleX.Domain.Results;
using ModuleX.Domain.Sessions;

namespace ModuleX.Application.Sessions;

/// <summary>Ends the tokens of a credential at their service, where its manifest says how.</summary>
internal sealed class TokenRevocation(IModules modules, IOAuthClients clients, IAuthorizationServer server, CredentialSealer sealer)
{
    /// <summary>Null where they are ended, or there is nothing to end. NotFound: there is no such tool any more.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The credential can't be opened.</exception>
    public async Task<Error?> RevokeAsync(ToolSessionId id, string schemeId, SealedSecret secret, CancellationToken cancellationToken)
    {
        // Also of a tool that the platform has switched off: people's credentials are theirs to take back.
        if (modules.All.FindTool(id.Tool).Failed(out var error, out var tool)) return error;
        if (tool.FindScheme(schemeId) is not { OAuth: { CanRevoke: true } oauth } scheme) return null;
        var client = await clients.FindAsync(id, cancellationToken);
        if (client is null && oauth.Revoke is not { UsesToken: true }) return AuthorizationErrors.ClientMissing(tool, null);
        var values = await sealer.OpenAsync(id, SessionSecret.Credential, secret, cancellationToken);
        return (await server.RevokeAsync(new(tool, scheme, client, values), cancellationToken)).Error;
    }
}
