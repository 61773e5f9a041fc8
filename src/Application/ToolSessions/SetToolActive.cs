using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Switches a connected tool on or off for its owner, with all its actions. What was disabled one by one stays so.</summary>
public sealed record SetToolActiveCommand(AccountReference Session, bool IsActive) : ICommand<Done>;

internal sealed class SetToolActiveHandler(IToolCatalog catalog, AccountChoice accounts, IToolSessions sessions, ToolSessionRecords records)
    : ICommandHandler<SetToolActiveCommand, Done>
{
    public async Task<Result<Done>> Handle(SetToolActiveCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Session.Tool).Failed(out var unknown, out _))
            return unknown with { Message = ToolSessionErrors.NotConnected(command.Session.Usual).Message };
        if ((await accounts.OwnAsync(command.Session, cancellationToken)).Failed(out var error, out var id)) return error;
        if ((await sessions.SetActiveAsync(id, command.IsActive, cancellationToken)).Failed(out error, out var done)) return error;
        await records.WriteAsync(
            id, command.IsActive ? ToolSessionRecords.SwitchedOn : ToolSessionRecords.SwitchedOff, null, CancellationToken.None);
        return done;
    }
}
