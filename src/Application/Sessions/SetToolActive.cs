using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;
using ModuleX.Domain.Sessions;

namespace ModuleX.Application.Sessions;

/// <summary>Switches a connected tool on or off for its owner, with all its actions. What was disabled one by one stays so.</summary>
public sealed record SetToolActiveCommand(ToolSessionId Session, bool IsActive) : ICommand<Done>;

internal sealed class SetToolActiveHandler(IToolCatalogue catalogue, IToolSessions sessions) : ICommandHandler<SetToolActiveCommand, Done>
{
    public async Task<Result<Done>> Handle(SetToolActiveCommand command, CancellationToken cancellationToken)
    {
        if (catalogue.FindTool(command.Session.Tool).Failed(out _, out _)) return SessionErrors.NotConnected(command.Session);
        return await sessions.SetActiveAsync(command.Session, command.IsActive, cancellationToken);
    }
}
