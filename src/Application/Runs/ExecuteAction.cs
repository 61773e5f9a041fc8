using System.Text.Json;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>Executes one action of a connected tool for its owner.</summary>
/// <param name="Action">A name or an alias.</param>
/// <param name="Parameters">An object, or undefined for none.</param>
/// <param name="IdempotencyKey">Null for none. With one, the same call again gets the first one's answer for a day.</param>
/// <param name="Account">Null for the owner's default account.</param>
public sealed record ExecuteActionCommand(
    ToolUser User, string Tool, string Action, JsonElement Parameters, string? IdempotencyKey = null, string? Account = null) : ICommand<RunView>
{
    public override string ToString() => $"{Action} of {User.SessionFor(Tool, Account)}";
}

/// <summary>An execution that went well.</summary>
/// <param name="Action">The action's own name.</param>
public sealed record RunView(string Tool, string Action, RunContent Content, DateTimeOffset StartedAt, TimeSpan Duration)
{
    /// <summary>Identifies its record.</summary>
    public required Guid Id { get; init; }

    /// <summary>The connection that it used.</summary>
    public Guid? Connection { get; init; }
}

internal sealed class ExecuteActionHandler(ActionExecutor executor, IdempotentRuns idempotent) : ICommandHandler<ExecuteActionCommand, RunView>
{
    public Task<Result<RunView>> Handle(ExecuteActionCommand command, CancellationToken cancellationToken)
    {
        // Not by a validator: every run of every agent comes through here, and most have no key.
        if (!IdempotencyErrors.IsKeyOrNone(command.IdempotencyKey)) return Task.FromResult<Result<RunView>>(IdempotencyErrors.KeyInvalid);
        if (executor.Prepare(command.User, command.Tool, command.Action, command.Parameters, command.Account).Failed(out var error, out var run))
            return Task.FromResult<Result<RunView>>(error);
        return idempotent.RunAsync(command.IdempotencyKey, run, command.Parameters, cancellationToken);
    }
}
