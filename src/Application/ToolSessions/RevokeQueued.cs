using Microsoft.Extensions.Logging;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Tries to revoke what is due in the queue, and wipes what has waited too long. Gives how many entries were tried.</summary>
public sealed record RevokeQueuedCommand : ICommand<int>;

internal sealed partial class RevokeQueuedHandler(IRevocationQueue queue, TokenRevocation revocation, ILogger<RevokeQueuedHandler> logger)
    : ICommandHandler<RevokeQueuedCommand, int>
{
    private const int AtOnce = 20;

    public async Task<Result<int>> Handle(RevokeQueuedCommand command, CancellationToken cancellationToken)
    {
        foreach (var session in await queue.WipeExpiredAsync(cancellationToken)) LogWiped(session);
        var due = await queue.ClaimAsync(AtOnce, cancellationToken);
        await Parallel.ForEachAsync(due, cancellationToken, async (one, stop) => await TryAsync(one, stop));
        return due.Count;
    }

    private async Task TryAsync(QueuedRevocation entry, CancellationToken cancellationToken)
    {
        switch (await revocation.RevokeAsync(entry.Session, entry.Scheme, entry.Secret, cancellationToken))
        {
            case { Code: SecretErrors.DamagedCode }:
                // It will not open later either: nothing can be done with it, here or by a thief.
                LogUnreadable(entry.Session);
                break;
            case { } failure:
                LogFailed(entry.Session, failure.Code);
                return;
        }
        await queue.RemoveAsync(entry.Id, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The tokens of session {SessionId} could not be revoked: {Code}; it is tried again")]
    private partial void LogFailed(ToolSessionId sessionId, string code);

    [LoggerMessage(LogLevel.Warning, "The credential of session {SessionId} does not open; it was wiped without being revoked")]
    private partial void LogUnreadable(ToolSessionId sessionId);

    [LoggerMessage(LogLevel.Warning, "The tokens of session {SessionId} could not be revoked within a day; the credential was wiped")]
    private partial void LogWiped(ToolSessionId sessionId);
}
