using Microsoft.Extensions.Logging;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;
using ModuleX.Domain.Sessions;

namespace ModuleX.Application.Sessions;

/// <summary>Deletes everything that is stored of a connection, and revokes its tokens at the service where that is possible.</summary>
public sealed record DisconnectToolCommand(ToolSessionId Session) : ICommand<Done>;

internal sealed class DisconnectToolHandler(
    IModules modules, IToolSessions sessions, IOAuthClients clients, IAuthorizationServer server, CredentialSealer sealer, ConnectUrlCache connectUrls, SessionRecords records,
    ILogger<DisconnectToolHandler> logger)
    : ICommandHandler<DisconnectToolCommand, Done>
{
    public async Task<Result<Done>> Handle(DisconnectToolCommand command, CancellationToken cancellationToken)
    {
        if ((await sessions.DisconnectAsync(command.Session, cancellationToken)).Failed(out var error, out var held))
            return modules.All.FindTool(command.Session.Tool).Failed(out var unknown, out _) ? unknown with { Message = error.Message } : error;
        connectUrls.Forget(command.Session);
        await records.WriteAsync(command.Session, SessionRecords.Disconnected, null, CancellationToken.None);
        // What was asked for is done. Revocation is a courtesy of the service, and its failure must not bring the credential back.
        if (await RevokeAsync(command.Session, held, cancellationToken) is { } failure)
            logger.LogWarning("The tokens of session {SessionId} could not be revoked: {Code}", command.Session, failure.Code);
        return Done.Result;
    }

    private async Task<Error?> RevokeAsync(ToolSessionId id, StoredCredential held, CancellationToken cancellationToken)
    {
        // Also of a tool that the platform has switched off: people's credentials are theirs to take back.
        if (modules.All.FindTool(id.Tool).Failed(out _, out var tool) || tool.FindScheme(held.Scheme) is not { OAuth.RevokeUrl: not null } scheme) return null;
        if (await clients.FindAsync(id, cancellationToken) is not { } client) return AuthorizationErrors.ClientMissing(tool.Name);
        var values = await sealer.OpenAsync(id, SessionSecret.Credential, held.Secret, cancellationToken);
        // Revoking the refresh token ends the access tokens that came from it (RFC 7009, section 2.1).
        var (hint, token) = values.Find(CredentialValues.RefreshToken) is { } refreshToken
            ? (CredentialValues.RefreshToken, refreshToken)
            : (CredentialValues.AccessToken, values.Find(CredentialValues.AccessToken));
        if (token is null) return null;
        return (await server.RevokeAsync(new(tool, scheme, client, values), token, hint, cancellationToken)).Error;
    }
}
