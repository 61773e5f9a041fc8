using FluentValidation;
using ModuleX.Application.Messaging;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Changes what a connection is called and how it is used; null leaves a member as it is. NotFound and Forbidden as <see cref="ConnectionAccess"/>.
/// </summary>
/// <param name="IsDefault">Whether runs that name no account use it; the owner's other accounts of the tool are no default then.</param>
/// <param name="IsActive">Whether it may be used at all.</param>
/// <param name="Sharing">Only of a connection that the organization shares.</param>
/// <param name="Actions">On or off, by the action's name or alias; empty changes none.</param>
public sealed record ChangeConnectionCommand(
    ConnectionCaller Caller, Guid Connection, string? Name, bool? IsDefault, bool? IsActive, SharingRule? Sharing, IReadOnlyDictionary<string, bool> Actions)
    : ICommand<ConnectionView>;

internal sealed class ChangeConnectionValidator : AbstractValidator<ChangeConnectionCommand>
{
    public ChangeConnectionValidator()
    {
        RuleFor(command => command.Name).OptionalName(ConnectionChange.MaximumNameLength);
        RuleFor(command => command.Actions.Count).LessThanOrEqualTo(1000).OverridePropertyName("actions");
    }
}

internal sealed class ChangeConnectionHandler(
    ConnectionAccess access, IAccounts accounts, IToolSessions sessions, IToolSessionRepository repository, IUseCases useCases)
    : ICommandHandler<ChangeConnectionCommand, ConnectionView>
{
    public async Task<Result<ConnectionView>> Handle(ChangeConnectionCommand command, CancellationToken cancellationToken)
    {
        if ((await access.FindToChangeAsync(command.Caller, command.Connection, cancellationToken)).Failed(out var error, out var found)) return error;
        var id = found.Session.Id;
        if (command.Sharing is not null && !id.Owner.IsOrganization) return ConnectionErrors.SharingMisplaced;
        var change = new ConnectionChange(command.Name, null, command.IsDefault, command.Sharing);
        if (change != new ConnectionChange() && (await sessions.ChangeAsync(id, change, cancellationToken)).Failed(out error, out _)) return error;
        // Of two defaults the later one counts, so what stops half way here changes no run.
        if (command.IsDefault == true && (await ClearOthersAsync(id, cancellationToken)).Failed(out error, out _)) return error;
        if (command.IsActive is { } active
            && (await useCases.SendAsync(new SetToolActiveCommand(id, active), cancellationToken)).Failed(out error, out _)) return error;
        foreach (var (action, enabled) in command.Actions)
        {
            if ((await useCases.SendAsync(new SetActionEnabledCommand(id, action, enabled), cancellationToken)).Failed(out error, out _)) return error;
        }
        return access.ViewOf(found with { Session = await repository.LoadAsync(id, CancellationToken.None) });
    }

    private async Task<Result<Done>> ClearOthersAsync(ToolSessionId id, CancellationToken cancellationToken)
    {
        foreach (var other in await accounts.ListAsync(id.Tenant, id.Owner, id.Tool, cancellationToken))
        {
            if (other.Session == id || other.DefaultSince is null) continue;
            var change = new ConnectionChange(IsDefault: false);
            if ((await sessions.ChangeAsync(other.Session, change, cancellationToken)).Failed(out var error, out _)) return error;
        }
        return Done.Result;
    }
}
