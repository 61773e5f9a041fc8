using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Deletes all that is stored of a connection and revokes its tokens where that is possible. NotFound and Forbidden as <see cref="ConnectionAccess"/>.
/// </summary>
public sealed record DeleteConnectionCommand(ConnectionCaller Caller, Guid Connection) : ICommand<Done>;

internal sealed class DeleteConnectionHandler(ConnectionAccess access, IUseCases useCases) : ICommandHandler<DeleteConnectionCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteConnectionCommand command, CancellationToken cancellationToken) =>
        (await access.FindToChangeAsync(command.Caller, command.Connection, cancellationToken)).Failed(out var error, out var found) ? error
            : await useCases.SendAsync(new DisconnectToolCommand(found.Session.Id), cancellationToken);
}
