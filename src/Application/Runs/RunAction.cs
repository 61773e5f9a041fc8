using System.Text.Json;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>
/// An action for an owner: a backend's external one, or the person who calls. Of people the organization must have installed the tool; a backend needs the
/// tool's module alone.
/// </summary>
/// <param name="Owner">See <see cref="ConnectionAccess.OwnerOfAsync"/>.</param>
/// <param name="Account">By its name for programs; null for the default account, or for <paramref name="Connection"/>.</param>
/// <param name="Connection">By its id; null for none.</param>
public sealed record WantedRun(
    ConnectionCaller Caller, string? Owner, string Tool, string Action, JsonElement Parameters, string? Account, Guid? Connection)
{
    public override string ToString() => $"{Action} of {Tool}";
}

/// <summary>Executes an action.</summary>
/// <param name="IdempotencyKey">Null for none. With one, the same call again gets the first one's answer for a day.</param>
public sealed record RunActionCommand(WantedRun Run, string? IdempotencyKey) : ICommand<RunView>
{
    public override string ToString() => Run.ToString();
}

internal sealed class RunActionHandler(WantedRuns wanted, IdempotentRuns idempotent) : ICommandHandler<RunActionCommand, RunView>
{
    public async Task<Result<RunView>> Handle(RunActionCommand command, CancellationToken cancellationToken)
    {
        if (!IdempotencyErrors.IsKeyOrNone(command.IdempotencyKey)) return IdempotencyErrors.KeyInvalid;
        return (await wanted.PrepareAsync(command.Run, cancellationToken)).Failed(out var error, out var run) ? error
            : await idempotent.RunAsync(command.IdempotencyKey, run, command.Run.Parameters, cancellationToken);
    }
}

/// <summary>Checks what callers of <c>/v1</c> want to run, whether it is to be executed or only shown.</summary>
internal sealed class WantedRuns(ConnectionAccess access, OrganizationRuns organizations, ActionExecutor executor)
{
    public async Task<Result<PreparedRun>> PrepareAsync(WantedRun wanted, CancellationToken cancellationToken)
    {
        if ((await access.OwnerOfAsync(wanted.Caller, wanted.Owner, cancellationToken)).Failed(out var error, out var owner)) return error;
        if (wanted.Caller is ConnectionCaller.Person person) return await PrepareAsync(wanted, person, owner, cancellationToken);
        var user = ToolUser.Of(wanted.Caller.Tenant, owner);
        return executor.Prepare(user, wanted.Tool, wanted.Action, wanted.Parameters, wanted.Account).Failed(out error, out var run) ? error
            : run with { Wanted = wanted.Connection };
    }

    /// <summary>Admins of an organization manage their members' connections, but can't execute with them.</summary>
    private async Task<Result<PreparedRun>> PrepareAsync(
        WantedRun wanted, ConnectionCaller.Person person, OwnerId owner, CancellationToken cancellationToken)
    {
        if (owner.FindUser() != person.Caller.User) return ConnectionErrors.OwnerForbidden;
        var run = new ExecuteInOrganizationCommand(person.Caller, person.In, wanted.Tool, wanted.Action, wanted.Parameters, null, wanted.Account);
        return await organizations.PrepareAsync(run, wanted.Connection, cancellationToken);
    }
}
