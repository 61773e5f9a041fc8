using System.Text.Json;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>
/// Sends a request of the caller's own to the server of a connection's tool, with its credential. Whatever the service answers is the answer; errors are those
/// of a run that got none. Forbidden: a person without the permission <c>connection:request</c>, or a connection of another person.
/// </summary>
/// <param name="IdempotencyKey">Null for none. With one, the same request again gets the first one's answer for a day.</param>
public sealed record SendRawRequestCommand(ConnectionCaller Caller, Guid Connection, RawRequest Request, string? IdempotencyKey) : ICommand<RunView>
{
    public override string ToString() => $"{Request} by {Connection}";
}

internal sealed class SendRawRequestHandler(ConnectionAccess access, IInstalledTools installed, ActionExecutor executor, IdempotentRuns idempotent)
    : ICommandHandler<SendRawRequestCommand, RunView>
{
    public async Task<Result<RunView>> Handle(SendRawRequestCommand command, CancellationToken cancellationToken)
    {
        if (!IdempotencyErrors.IsKeyOrNone(command.IdempotencyKey)) return IdempotencyErrors.KeyInvalid;
        var person = command.Caller as ConnectionCaller.Person;
        if (person is not null && !person.Caller.Has(PermissionNames.ConnectionRequest, person.In))
            return IdentityErrors.PermissionMissing(PermissionNames.ConnectionRequest);
        if ((await access.FindAsync(command.Caller, command.Connection, cancellationToken)).Failed(out var error, out var found)) return error;
        var (owner, tool) = (found.Session.Id.Owner, found.Session.Id.Tool);
        // Admins of an organization manage their members' connections, but can't send requests with them.
        if (owner.FindUser() is { } user && user != person?.Caller.User) return ConnectionErrors.OwnerForbidden;
        if (person is not null
            && (await installed.RequireAsync(person.Tenant, person.In, tool, cancellationToken)).Failed(out error, out _)) return error;
        var sender = person is null ? ToolUser.Of(command.Caller.Tenant, owner) : person.Caller.UserIn(person.In);
        if (executor.PrepareRaw(sender, tool, command.Connection, command.Request).Failed(out error, out var run)) return error;
        return await idempotent.RunAsync(command.IdempotencyKey, run, JsonSerializer.SerializeToElement(command.Request), cancellationToken);
    }
}
