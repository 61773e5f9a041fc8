using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Switches a connected tool on or off for its owner, with all its actions. What was disabled one by one stays so.</summary>
public sealed record SetToolActiveCommand(ToolSessionId Session, bool IsActive) : ICommand<Done>;

internal sealed class SetToolActiveHandler(IToolCatalog catalog, IToolSessions sessions, ToolSessionRecords records)
    : ICommandHandler<SetToolActiveCommand, Done>
{
    public async Task<Result<Done>> Handle(SetToolActiveCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Session.Tool).Failed(out var unknown, out _))
            return unknown with { Message = ToolSessionErrors.NotConnected(command.Session).Message };
        if ((await sessions.SetActiveAsync(command.Session, command.IsActive, cancellationToken)).Failed(out var error, out var done)) return error;
        await records.WriteAsync(
            command.Session, command.IsActive ? ToolSessionRecords.SwitchedOn : ToolSessionRecords.SwitchedOff, null, CancellationToken.None);
        return done;
    }
}
