using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Tries a connection at its service now, and says how it stands. NotFound and Forbidden as <see cref="ConnectionAccess"/>.</summary>
public sealed record CheckConnectionCommand(ConnectionCaller Caller, Guid Connection) : ICommand<ConnectionView>;

internal sealed class CheckConnectionHandler(ConnectionAccess access, ConnectionCheck check) : ICommandHandler<CheckConnectionCommand, ConnectionView>
{
    public async Task<Result<ConnectionView>> Handle(CheckConnectionCommand command, CancellationToken cancellationToken)
    {
        if ((await access.FindToChangeAsync(command.Caller, command.Connection, cancellationToken)).Failed(out var error, out var found)) return error;
        await check.RunAsync(found.Session, cancellationToken);
        return (await access.FindAsync(command.Caller, command.Connection, cancellationToken)).Failed(out error, out var after) ? error : access.ViewOf(after);
    }
}

/// <summary>
/// Tries the credential of a connection: refreshes it where it is used up, sends the tool's verification request, and keeps the label that the answer has.
/// </summary>
internal sealed class ConnectionCheck(
    IToolCatalog catalog, IToolSessions sessions, CredentialSealer sealer, IActionRunner runner, IConnectionChecks checks)
{
    /// <summary>A lease that is for no action in particular: none has this name, so none that is switched off stands in its way.</summary>
    public const string NoAction = "";

    /// <summary>What the service refuses needs a new connection from then on. That it does not answer says nothing of the credential.</summary>
    /// <returns>Null where it works as far as it is known.</returns>
    public async Task<Error?> RunAsync(ToolSessionSnapshot session, CancellationToken cancellationToken)
    {
        var id = session.Id;
        if (session.Credential is not { } held || session.NeedsReconnect) return ToolSessionErrors.NeedsReconnect(id);
        if (catalog.FindTool(id.Tool).Failed(out var error, out var tool)) return error;
        // An inactive connection gives no lease, and is tried as it is.
        var lease = new ToolSessionLease(id, held);
        if (session.IsActive && (await sessions.LeaseAsync(id, NoAction, tool.ExpiryLeeway, cancellationToken)).Failed(out error, out lease)) return error;
        error = await TryAsync(session, lease, tool, cancellationToken);
        if (error?.Code != RunErrors.InvalidCredentialsCode) return error;
        // One more try with a fresh token, as a run has it; where that is impossible the session takes in that it needs a new connection.
        return (await sessions.RenewAsync(id, lease.Credential, cancellationToken)).Failed(out error, out var renewed)
            ? error : await TryAsync(session, renewed, tool, cancellationToken);
    }

    private async Task<Error?> TryAsync(ToolSessionSnapshot session, ToolSessionLease lease, ToolDefinition tool, CancellationToken cancellationToken)
    {
        var (id, credential) = (lease.Session, lease.Credential);
        if (tool.FindScheme(credential.Scheme) is not { } scheme) return ToolSessionErrors.NeedsReconnect(id);
        // Changed in the database: of no use, as one that the service refuses.
        if (await sealer.OpenAsync(id, ToolSessionSecret.Credential, credential.Secret, cancellationToken) is not { } values)
            return RunErrors.InvalidCredentials(tool.Name);
        if (tool.Verification is null) return null;
        var tried = await runner.VerifyAsync(tool, scheme, values, cancellationToken);
        await checks.CheckedAsync(id, cancellationToken);
        if (tried.Failed(out var error, out var label)) return error;
        // Only news is stored. What can't be stored now, the next check finds again.
        if (label is not null && label != session.Label)
            await sessions.ChangeAsync(id, new ConnectionChange(Label: new AccountLabel(credential.Id, label)), cancellationToken);
        return null;
    }
}
