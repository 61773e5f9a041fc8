using Microsoft.Extensions.Logging;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Deletes everything that is stored of a connection, and revokes its tokens at the service where that is possible.</summary>
public sealed record DisconnectToolCommand(AccountReference Session) : ICommand<Done>;

internal sealed class DisconnectToolHandler(
    AccountChoice accounts, IToolSessions sessions, IModules modules, TokenRevocation revocation, IConnectUrlCache connectUrls, ToolSessionRecords records,
    ILogger<DisconnectToolHandler> logger)
    : ICommandHandler<DisconnectToolCommand, Done>
{
    public async Task<Result<Done>> Handle(DisconnectToolCommand command, CancellationToken cancellationToken)
    {
        if ((await accounts.OwnAsync(command.Session, cancellationToken)).Failed(out var error, out var id)) return error;
        if ((await sessions.DisconnectAsync(id, cancellationToken)).Failed(out error, out var held))
            return modules.All.FindTool(id.Tool).Failed(out var unknown, out _) ? unknown with { Message = error.Message } : error;
        connectUrls.Forget(id);
        await records.WriteAsync(id, ToolSessionRecords.Disconnected, null, CancellationToken.None);
        // What was asked for is done. Revocation is a courtesy of the service, and its failure must not bring the credential back.
        if (await revocation.RevokeAsync(id, held.Scheme, held.Secret, cancellationToken) is { Kind: not ErrorKind.NotFound } failure)
            logger.LogWarning("The tokens of session {SessionId} could not be revoked: {Code}", id, failure.Code);
        return Done.Result;
    }
}
