using System.Text.Json;
using ModuleX.Application.Catalog;
using ModuleX.Application.Records;
using ModuleX.Application.Telemetry;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>
/// Executes actions of connected tools, for any caller: a lease, the call, and one more try with a renewed credential where the service refuses it.
/// </summary>
internal sealed class ActionExecutor(
    IToolCatalog catalog, AccountChoice accounts, IToolSessions sessions, IToolSessionRepository repository, CredentialSealer sealer, IActionRunner runner,
    ConnectUrls connectUrls, IUsageRecorder usage, RunRecords records, RunFaults faults, TimeProvider time)
{
    /// <summary>How often a run takes a lease anew because the credential was replaced before its request was sent.</summary>
    private const int MaximumLeases = 3;

    /// <summary>Finds the action and reads its parameters; nothing is sent yet.</summary>
    /// <param name="action">A name or an alias.</param>
    /// <param name="parameters">An object, or undefined for none.</param>
    /// <param name="account">Null for the one that is meant where none is named.</param>
    public Result<PreparedRun> Prepare(ToolUser user, string toolName, string action, JsonElement parameters, string? account)
    {
        if (catalog.FindTool(toolName).Failed(out var error, out var tool)) return error;
        if (tool.FindAction(action).Failed(out error, out var found)) return error;
        if (found.Request is null) return RunErrors.NotExecutable(tool.Name, found.Name);
        return ActionArguments.Read(tool.Name, found, parameters).Failed(out error, out var arguments) ? error
            : new PreparedRun(user, account, user.SessionFor(tool.Name, account), null, tool, found, arguments);
    }

    /// <summary>As <see cref="Prepare"/>, for a request that no action makes.</summary>
    public Result<PreparedRun> PrepareRaw(ToolUser user, string toolName, Guid connection, RawRequest request)
    {
        if (catalog.FindTool(toolName).Failed(out var error, out var tool)) return error;
        if (request.Problems() is { IsEmpty: false } problems) return RunErrors.ParametersInvalid(tool.Name, RawRequest.ActionName, problems);
        return ActionArguments.Read(tool.Name, RawRequest.Action, default).Failed(out error, out var arguments) ? error
            : new PreparedRun(user, null, user.SessionFor(tool.Name), null, tool, RawRequest.Action, arguments) { Wanted = connection, Raw = request };
    }

    public async Task<Result<RunView>> RunAsync(PreparedRun run, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        var id = Guid.CreateVersion7(startedAt);
        using var span = RunTelemetry.Start(run);
        var chosen = await accounts.FindAsync(run.User, run.Tool.Name, run.Account, run.Wanted, cancellationToken);
        if (!chosen.Failed(out _, out var account) && account is not null) run = run with { Session = account.Session, Connection = account.Connection };
        var outcome = chosen.Error is { } refusal ? refusal : await LeaseAndCallAsync(run, cancellationToken);
        // Another request has refreshed the credential while this one waited for its turn, so nothing was sent.
        for (var lease = 1; lease < MaximumLeases && outcome.Error == ToolSessionErrors.CredentialReplaced; lease++)
            outcome = await LeaseAndCallAsync(run, cancellationToken);
        var duration = time.GetElapsedTime(started);
        var failure = outcome.Error ?? RawRequest.FailureIn(run.Tool.Name, outcome);
        RunTelemetry.End(span, run, duration, failure);
        await records.WriteAsync(run, id, startedAt, duration, failure);
        if (outcome.Failed(out var error, out var content)) return error;
        usage.SessionUsed(run.Session);
        return new RunView(run.Tool.Name, run.Action.Name, content, startedAt, duration) { Id = id, Connection = run.Connection };
    }

    /// <summary>The request of a run, which is not sent; none is recorded.</summary>
    public async Task<Result<RunPreview>> PreviewAsync(PreparedRun run, CancellationToken cancellationToken)
    {
        var choice = await accounts.FindAsync(run.User, run.Tool.Name, run.Account, run.Wanted, cancellationToken);
        if (choice.Failed(out var error, out var account)) return error;
        if (account is not null) run = run with { Session = account.Session, Connection = account.Connection };
        if ((await sessions.LeaseAsync(run.Session, run.Action.Name, run.Tool.ExpiryLeeway, cancellationToken)).Failed(out error, out var lease))
            return await WithConnectUrlAsync(error, run.Session, run.Tool, null, cancellationToken);
        if (run.Tool.FindScheme(lease.Credential.Scheme) is not { } scheme
            || await sealer.OpenAsync(lease.Session, ToolSessionSecret.Credential, lease.Credential.Secret, cancellationToken) is not { } credential)
            return ToolSessionErrors.NeedsReconnect(lease.Session);
        return runner.Preview(new ActionCall(run.Tool, run.Action, run.Arguments, scheme, credential)).Failed(out error, out var request)
            ? error : new RunPreview(run.Tool.Name, run.Action.Name, run.Connection, request);
    }

    private async Task<Result<RunContent>> LeaseAndCallAsync(PreparedRun run, CancellationToken cancellationToken)
    {
        var (id, tool) = (run.Session, run.Tool);
        if ((await sessions.LeaseAsync(id, run.Action.Name, tool.ExpiryLeeway, cancellationToken)).Failed(out var error, out var lease))
            return await WithConnectUrlAsync(error, id, tool, null, cancellationToken);
        var outcome = await CallAsync(lease, run, cancellationToken);
        if (IsRefused(outcome, lease.Credential))
        {
            if (!outcome.Failed(out _, out var refusal)) refusal.Memory?.Dispose();
            // The service did nothing with a refused credential, so one more try is safe whatever the action does.
            if ((await sessions.RenewAsync(id, lease.Credential, cancellationToken)).Failed(out error, out var renewed))
                return await WithConnectUrlAsync(
                    error.Code == ToolSessionErrors.NeedsReconnectCode ? RunErrors.InvalidCredentials(tool.Name) : error, id, tool, lease.Credential,
                    cancellationToken);
            lease = renewed;
            outcome = await CallAsync(lease, run, cancellationToken);
        }
        return outcome.Failed(out error, out _)
            ? await WithConnectUrlAsync(WithScopes(error, run, lease.Credential), id, tool, lease.Credential, cancellationToken) : outcome;
    }

    /// <summary>A raw request may meet a 401 of its own making: it renews what can be renewed, and is no reason to give a connection up.</summary>
    private static bool IsRefused(Result<RunContent> outcome, StoredCredential credential) => outcome.Failed(out var error, out var content)
        ? error.Code == RunErrors.InvalidCredentialsCode
        : content is RunContent.Answered { Status: 401 } && credential.IsRefreshable;

    /// <summary>Google says that a scope is missing, and not which one: the manifest knows what the action needs.</summary>
    private static Error WithScopes(Error error, PreparedRun run, StoredCredential held) =>
        error.Code == RunErrors.MissingScopeCode && error.Details.GetValueOrDefault(RunErrors.MissingScopesDetail) is ""
            ? RunErrors.MissingScope(run.Tool.Name, run.Action.Scopes.RemoveRange(held.Scopes))
            : error;

    private async Task<Result<RunContent>> CallAsync(ToolSessionLease lease, PreparedRun run, CancellationToken cancellationToken)
    {
        // The manifest may have lost the scheme that the credential was made with: only a new connection helps.
        if (run.Tool.FindScheme(lease.Credential.Scheme) is not { } scheme) return ToolSessionErrors.NeedsReconnect(lease.Session);
        if (await sealer.OpenAsync(lease.Session, ToolSessionSecret.Credential, lease.Credential.Secret, cancellationToken) is not { } credential)
        {
            // It was changed in the database: the session must not hand it out again. Another one may have taken its place meanwhile.
            var renewal = await sessions.RenewAsync(lease.Session, lease.Credential, cancellationToken);
            return renewal.Failed(out var error, out var other) ? error : await CallAsync(other, run, cancellationToken);
        }
        try
        {
            var call = new ActionCall(run.Tool, run.Action, run.Arguments, scheme, credential, PermitOf(lease, run)) { Raw = run.Raw };
            return await runner.RunAsync(call, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The service may have done its work: this is an outcome, recorded and kept as every other one.
            return faults.ErrorOf(exception, run.Tool.Name, run.Action.Name);
        }
    }

    private SendPermit PermitOf(ToolSessionLease lease, PreparedRun run) =>
        async cancellationToken => (await sessions.ConfirmAsync(lease, run.Action.Name, cancellationToken)).Error;

    private async Task<Error> WithConnectUrlAsync(
        Error error, ToolSessionId id, ToolDefinition tool, StoredCredential? credential, CancellationToken cancellationToken)
    {
        if (error.Code == ToolSessionErrors.NotConnectedCode)
            return await connectUrls.AddToAsync(error, id, tool, null, CredentialValues.Empty, cancellationToken);
        if (error.Code is not (ToolSessionErrors.NeedsReconnectCode or RunErrors.InvalidCredentialsCode or RunErrors.MissingScopeCode)) return error;
        // A refused lease does not say what is held; the URL belongs to that credential, and a self-hosted tool's address is in it.
        credential ??= (await repository.LoadAsync(id, cancellationToken)).Credential;
        var fields = CredentialValues.Empty;
        if (!tool.ConnectionFields.IsEmpty && credential is not null)
        {
            var known = await sealer.OpenAsync(id, ToolSessionSecret.Credential, credential.Secret, cancellationToken);
            if (known is not null) fields = new(known.Where(pair => tool.ConnectionFields.Any(field => field.Name == pair.Key)));
        }
        return await connectUrls.AddToAsync(error, id, tool, credential, fields, cancellationToken);
    }
}

/// <summary>A run whose action is known and whose parameters are right.</summary>
/// <param name="User">For whom it is made; the session may be one that the organization shares.</param>
/// <param name="Account">As it was named; null for none.</param>
/// <param name="Session">Of the account that was chosen; before that, of the one that would be made.</param>
/// <param name="Connection">Null before an account was chosen, or where there is none.</param>
internal sealed record PreparedRun(
    ToolUser User, string? Account, ToolSessionId Session, Guid? Connection, ToolDefinition Tool, ActionDefinition Action, ActionArguments Arguments)
{
    /// <summary>The connection as it was named by its id; null for none.</summary>
    public Guid? Wanted { get; init; }

    /// <summary>What is sent in place of the action's request; null for an action.</summary>
    public RawRequest? Raw { get; init; }

    /// <summary>For whom it counts; null for none.</summary>
    public OrganizationId? Organization => User.Organization;
}
