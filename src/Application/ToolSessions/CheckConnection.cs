using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Runs;
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

/// <summary>Tries the credential of a connection: refreshes it where it is used up, and sends the tool's verification request.</summary>
internal sealed class ConnectionCheck(
    IToolCatalog catalog, IToolSessions sessions, CredentialSealer sealer, IActionRunner runner, IConnectionChecks checks, TimeProvider time)
{
    /// <summary>What the service refuses needs a new connection from then on. That it does not answer says nothing of the credential.</summary>
    /// <returns>Null where it works as far as it is known.</returns>
    public async Task<Error?> RunAsync(ToolSessionSnapshot session, CancellationToken cancellationToken)
    {
        var id = session.Id;
        if (session.Credential is not { } credential || session.NeedsReconnect) return ToolSessionErrors.NeedsReconnect(id);
        if (catalog.FindTool(id.Tool).Failed(out var error, out var tool)) return error;
        if (credential.EndsWithin(tool.ExpiryLeeway, time.GetUtcNow()) && credential.IsRefreshable)
        {
            if ((await sessions.RenewAsync(id, credential, cancellationToken)).Failed(out error, out var renewed)) return error;
            credential = renewed.Credential;
        }
        if (tool.FindScheme(credential.Scheme) is not { } scheme) return ToolSessionErrors.NeedsReconnect(id);
        if (await sealer.OpenAsync(id, ToolSessionSecret.Credential, credential.Secret, cancellationToken) is not { } values)
            return ToolSessionErrors.NeedsReconnect(id);
        var verified = await runner.VerifyAsync(tool, scheme, values, cancellationToken);
        await checks.CheckedAsync(id, cancellationToken);
        // One more try with a fresh token, as a run has it; where that is impossible the session takes in that it needs a new connection.
        return verified.Error is { Code: RunErrors.InvalidCredentialsCode }
            ? (await sessions.RenewAsync(id, credential, cancellationToken)).Error : verified.Error;
    }
}
