using System.Text.Json;
using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Catalog;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>
/// Executes an action of a tool that the organization has installed and the caller has connected. NotFound: not installed, or not connected.
/// Forbidden: switched off by the organization or by the caller.
/// </summary>
/// <param name="Organization">One that the caller may act in; that is checked before.</param>
/// <param name="IdempotencyKey">Null for none. With one, the same call again gets the first one's answer for a day.</param>
/// <param name="Account">Null for the caller's default account.</param>
public sealed record ExecuteInOrganizationCommand(
    Caller Caller, OrganizationId Organization, string Tool, string Action, JsonElement Parameters, string? IdempotencyKey, string? Account = null)
    : ICommand<RunView>
{
    public override string ToString() => $"{Action} of {Tool} in {Organization}";
}

internal sealed class ExecuteInOrganizationValidator : AbstractValidator<ExecuteInOrganizationCommand>
{
    public ExecuteInOrganizationValidator() => RuleFor(command => command.IdempotencyKey)
        .Must(IdempotencyErrors.IsKeyOrNone).WithMessage(IdempotencyErrors.KeyInvalid.Message);
}

internal sealed class ExecuteInOrganizationHandler(OrganizationRuns runs) : ICommandHandler<ExecuteInOrganizationCommand, RunView>
{
    public Task<Result<RunView>> Handle(ExecuteInOrganizationCommand command, CancellationToken cancellationToken) => runs.RunAsync(command, cancellationToken);
}

/// <summary>The way of a run in an organization, alone or in a batch.</summary>
internal sealed class OrganizationRuns(IToolCatalog catalog, IInstalledTools installed, ActionExecutor executor, IdempotentRuns idempotent) : IBatchRuns
{
    public async Task<Result<RunView>> RunAsync(ExecuteInOrganizationCommand run, CancellationToken cancellationToken) =>
        (await PrepareAsync(run, null, cancellationToken)).Failed(out var error, out var prepared) ? error
            : await idempotent.RunAsync(run.IdempotencyKey, prepared, run.Parameters, cancellationToken);

    /// <summary>Finds the action of an installed tool and reads its parameters; nothing is sent yet.</summary>
    /// <param name="connection">The one to use, by its id; null for the one that the account means.</param>
    public async Task<Result<PreparedRun>> PrepareAsync(ExecuteInOrganizationCommand run, Guid? connection, CancellationToken cancellationToken)
    {
        var caller = run.Caller;
        if ((await installed.RequireAsync(caller.Tenant, run.Organization, run.Tool, cancellationToken)).Failed(out var error, out _))
            return error.Code == IntegrationErrors.NotInstalledCode && catalog.FindTool(run.Tool).Failed(out var unknown, out _) ? unknown : error;
        if (executor.Prepare(caller.UserIn(run.Organization), run.Tool, run.Action, run.Parameters, run.Account).Failed(out error, out var prepared))
            return error;
        return connection is null ? prepared : prepared with { Wanted = connection };
    }
}
