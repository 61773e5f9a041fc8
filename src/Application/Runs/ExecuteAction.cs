using System.Text.Json;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Sessions;

namespace ModuleX.Application.Runs;

/// <summary>Executes one action of a connected tool for its owner.</summary>
/// <param name="Action">A name or an alias.</param>
/// <param name="Parameters">An object, or undefined for none.</param>
public sealed record ExecuteActionCommand(ToolSessionId Session, string Action, JsonElement Parameters) : ICommand<RunView>
{
    public override string ToString() => $"{Action} of {Session}";
}

/// <summary>An execution that went well.</summary>
/// <param name="Action">The action's own name.</param>
public sealed record RunView(string Tool, string Action, RunContent Content, DateTimeOffset StartedAt, TimeSpan Duration);

internal sealed class ExecuteActionHandler(ActionExecutor executor) : ICommandHandler<ExecuteActionCommand, RunView>
{
    public async Task<Result<RunView>> Handle(ExecuteActionCommand command, CancellationToken cancellationToken) =>
        executor.Prepare(command.Session, command.Action, command.Parameters).Failed(out var error, out var run) ? error : await executor.RunAsync(run, cancellationToken);
}
