using ModuleX.Application.Modules;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Ends the tokens of a credential at their service, where its manifest says how.</summary>
internal sealed class TokenRevocation(IModules modules, IOAuthClients clients, IAuthorizationServer server, CredentialSealer sealer)
{
    /// <summary>
    /// Null where they are ended, or there is nothing to end. NotFound: there is no such tool any more. <see cref="SecretErrors.DamagedCode"/>: the
    /// credential does not open. Unavailable: its key is not there now.
    /// </summary>
    public async Task<Error?> RevokeAsync(ToolSessionId id, string schemeId, SealedSecret secret, CancellationToken cancellationToken)
    {
        // Also of a tool that the platform has switched off: people's credentials are theirs to take back.
        if (modules.All.FindTool(id.Tool).Failed(out var error, out var tool)) return error;
        if (tool.FindScheme(schemeId) is not { CanRevoke: true } scheme) return null;
        try
        {
            return await EndAsync(id, tool, scheme, secret, cancellationToken);
        }
        catch (UnavailableException exception)
        {
            return exception.Error;
        }
    }

    private async Task<Error?> EndAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, SealedSecret secret, CancellationToken cancellationToken)
    {
        if (await sealer.OpenAsync(id, ToolSessionSecret.Credential, secret, cancellationToken) is not { } values)
            return SecretErrors.Damaged($"The credential of {tool.Name}");
        // Who typed in a client's id and secret is that client.
        var target = AuthorizationTarget.OfTyped(tool, scheme, values);
        if (!scheme.IsExchanged) target = target with { Client = await clients.FindAsync(id, cancellationToken) };
        var needsClient = scheme.Revoke is { } own ? own.Authority == RequestAuthority.Client : !scheme.IsExchanged;
        if (needsClient && target.Client is null) return AuthorizationErrors.ClientMissing(tool, null);
        return (await server.RevokeAsync(target, cancellationToken)).Error;
    }
}
