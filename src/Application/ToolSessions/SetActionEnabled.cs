using FluentValidation;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Switches one action of a connected tool on or off for its owner. An alias switches the action that it stands for.</summary>
public sealed record SetActionEnabledCommand(AccountReference Session, string Action, bool Enabled) : ICommand<Done>;

internal sealed class SetActionEnabledValidator : AbstractValidator<SetActionEnabledCommand>
{
    public SetActionEnabledValidator() => RuleFor(command => command.Action).NotEmpty().MaximumLength(128);
}

internal sealed class SetActionEnabledHandler(IToolCatalog catalog, AccountChoice accounts, IToolSessions sessions, ToolSessionRecords records)
    : ICommandHandler<SetActionEnabledCommand, Done>
{
    public async Task<Result<Done>> Handle(SetActionEnabledCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Session.Tool).Failed(out var unknown, out _))
            return unknown with { Message = ToolSessionErrors.NotConnected(command.Session.Usual).Message };
        if (catalog.FindAction(command.Session.Tool, command.Action).Failed(out var error, out var action)) return error;
        if ((await accounts.OwnAsync(command.Session, cancellationToken)).Failed(out error, out var id)) return error;
        if ((await sessions.SetActionEnabledAsync(id, action.Name, command.Enabled, cancellationToken)).Failed(out error, out var done))
            return error;
        await records.WriteAsync(
            id, command.Enabled ? ToolSessionRecords.ActionSwitchedOn : ToolSessionRecords.ActionSwitchedOff, action.Name, CancellationToken.None);
        return done;
    }
}
