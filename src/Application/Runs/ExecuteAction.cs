using System.Text.Json;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Application.Sessions;
using ModuleX.Domain.Catalog;
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

internal sealed class ExecuteActionHandler(
    IToolCatalogue catalogue, IToolSessions sessions, IToolSessionRepository repository, CredentialSealer sealer, IActionRunner runner,
    ConnectUrls connectUrls, IUsageRecorder usage, TimeProvider time)
    : ICommandHandler<ExecuteActionCommand, RunView>
{
    public async Task<Result<RunView>> Handle(ExecuteActionCommand command, CancellationToken cancellationToken)
    {
        var id = command.Session;
        if (catalogue.FindTool(id.Tool).Failed(out var error, out var tool)) return error;
        if (!tool.ActionsByName.TryGetValue(command.Action, out var action)) return CatalogErrors.ActionNotFound(tool.Name, command.Action);
        if (action.Request is null) return RunErrors.NotExecutable(tool.Name, action.Name);
        if (ActionArguments.Read(tool.Name, action, command.Parameters).Failed(out error, out var arguments)) return error;

        var startedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        if ((await RunAsync(id, tool, action, arguments, cancellationToken)).Failed(out error, out var content)) return error;
        usage.SessionUsed(id);
        return new RunView(tool.Name, action.Name, content, startedAt, time.GetElapsedTime(started));
    }

    private async Task<Result<RunContent>> RunAsync(
        ToolSessionId id, ToolDefinition tool, ActionDefinition action, ActionArguments arguments, CancellationToken cancellationToken)
    {
        if ((await sessions.LeaseAsync(id, action.Name, tool.ExpiryLeeway, cancellationToken)).Failed(out var error, out var lease))
            return await WithConnectUrlAsync(error, id, tool, null, cancellationToken);
        var outcome = await TryAsync(lease, tool, action, arguments, cancellationToken);
        if (outcome.Error?.Code == RunErrors.InvalidCredentialsCode)
        {
            // The service did nothing with a refused credential, so one more try is safe whatever the action does.
            if ((await sessions.RenewAsync(id, lease.Credential, cancellationToken)).Failed(out error, out var renewed))
                return await WithConnectUrlAsync(
                    error.Code == SessionErrors.NeedsReconnectCode ? RunErrors.InvalidCredentials(tool.Name) : error, id, tool, lease.Credential, cancellationToken);
            lease = renewed;
            outcome = await TryAsync(lease, tool, action, arguments, cancellationToken);
        }
        return outcome.Failed(out error, out _) ? await WithConnectUrlAsync(error, id, tool, lease.Credential, cancellationToken) : outcome;
    }

    private async Task<Result<RunContent>> TryAsync(
        SessionLease lease, ToolDefinition tool, ActionDefinition action, ActionArguments arguments, CancellationToken cancellationToken)
    {
        // The manifest may have lost the scheme that the credential was made with: only a new connection helps.
        if (tool.FindScheme(lease.Credential.Scheme) is not { } scheme) return SessionErrors.NeedsReconnect(lease.Session);
        var credential = await sealer.OpenAsync(lease.Session, SessionSecret.Credential, lease.Credential.Secret, cancellationToken);
        return await runner.RunAsync(new ActionCall(tool, action, arguments, scheme, credential), cancellationToken);
    }

    private async Task<Error> WithConnectUrlAsync(Error error, ToolSessionId id, ToolDefinition tool, StoredCredential? credential, CancellationToken cancellationToken)
    {
        if (error.Code is not (SessionErrors.NeedsReconnectCode or RunErrors.InvalidCredentialsCode or RunErrors.MissingScopeCode)) return error;
        // A refused lease does not say what is held; the URL belongs to that credential, and a self-hosted tool's address is in it.
        credential ??= (await repository.LoadAsync(id, cancellationToken)).Credential;
        var fields = CredentialValues.Empty;
        if (!tool.ConnectionFields.IsEmpty && credential is not null)
        {
            var known = await sealer.OpenAsync(id, SessionSecret.Credential, credential.Secret, cancellationToken);
            fields = new(known.Where(pair => tool.ConnectionFields.Any(field => field.Name == pair.Key)));
        }
        return await connectUrls.AddToAsync(error, id, tool, credential, fields, cancellationToken);
    }
}
