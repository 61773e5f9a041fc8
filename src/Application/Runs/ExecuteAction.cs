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
public sealed record ExecuteActionCommand(ToolSessionId Session, string Action, JsonElement Parameters, string? IdempotencyKey = null) : ICommand<RunView>
{
    public override string ToString() => $"{Action} of {Session}";
}

/// <summary>An execution that went well.</summary>
/// <param name="Action">The action's own name.</param>
public sealed record RunView(string Tool, string Action, RunContent Content, DateTimeOffset StartedAt, TimeSpan Duration);

internal sealed class ExecuteActionHandler(ActionExecutor executor, IdempotentRuns idempotent) : ICommandHandler<ExecuteActionCommand, RunView>
{
    public async Task<Result<RunView>> Handle(ExecuteActionCommand command, CancellationToken cancellationToken)
    {
        // Not by a validator: every run of every agent comes through here, and most have no key.
        if (!IdempotencyErrors.IsKeyOrNone(command.IdempotencyKey)) return IdempotencyErrors.KeyInvalid;
        if (executor.Prepare(command.Session, command.Action, command.Parameters).Failed(out var error, out var run)) return error;
        return await idempotent.RunAsync(command.IdempotencyKey, run, command.Parameters, cancellationToken);
    }
}
