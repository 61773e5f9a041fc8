using System.Text.Json;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>
/// Executes one action for an owner: a backend's external one, or the person who calls. Of people the organization must have installed the tool; a backend
/// needs the tool's module alone.
/// </summary>
/// <param name="Owner">See <see cref="ConnectionAccess.OwnerOfAsync"/>.</param>
/// <param name="Account">By its name for programs; null for the default account, or for <paramref name="Connection"/>.</param>
/// <param name="Connection">By its id; null for none.</param>
/// <param name="IdempotencyKey">Null for none. With one, the same call again gets the first one's answer for a day.</param>
public sealed record RunActionCommand(
    ConnectionCaller Caller, string? Owner, string Tool, string Action, JsonElement Parameters, string? Account, Guid? Connection, string? IdempotencyKey)
    : ICommand<RunView>
{
    public override string ToString() => $"{Action} of {Tool}";
}

internal sealed class RunActionHandler(ConnectionAccess access, OrganizationRuns runs, ActionExecutor executor, IdempotentRuns idempotent)
    : ICommandHandler<RunActionCommand, RunView>
{
    public async Task<Result<RunView>> Handle(RunActionCommand command, CancellationToken cancellationToken)
    {
        if (!IdempotencyErrors.IsKeyOrNone(command.IdempotencyKey)) return IdempotencyErrors.KeyInvalid;
        if ((await access.OwnerOfAsync(command.Caller, command.Owner, cancellationToken)).Failed(out var error, out var owner)) return error;
        if (command.Caller is ConnectionCaller.Person person) return await RunAsync(command, person, owner, cancellationToken);
        var user = ToolUser.Of(command.Caller.Tenant, owner);
        if (executor.Prepare(user, command.Tool, command.Action, command.Parameters, command.Account).Failed(out error, out var run)) return error;
        return await idempotent.RunAsync(command.IdempotencyKey, run with { Wanted = command.Connection }, command.Parameters, cancellationToken);
    }

    /// <summary>Admins of an organization manage their members' connections, but can't execute with them.</summary>
    private async Task<Result<RunView>> RunAsync(
        RunActionCommand command, ConnectionCaller.Person person, OwnerId owner, CancellationToken cancellationToken)
    {
        if (owner.FindUser() != person.Caller.User) return ConnectionErrors.OwnerForbidden;
        var run = new ExecuteInOrganizationCommand(
            person.Caller, person.In, command.Tool, command.Action, command.Parameters, command.IdempotencyKey, command.Account);
        return await runs.RunAsync(run, command.Connection, cancellationToken);
    }
}
