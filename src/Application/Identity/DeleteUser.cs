using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>
/// Deactivates a user whom the caller reaches; the account stays, so that its history can be told. NotFound: unknown, or of another organization.
/// Forbidden: the user's system role is above the caller's. Conflict: see <see cref="Deactivation.DeactivateAsync"/>.
/// </summary>
public sealed record DeleteUserCommand(Caller Caller, UserId User) : ICommand<Done>;

internal sealed class DeleteUserHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<DeleteUserCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteUserCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if ((await work.FindReachedAsync(command.Caller, command.User, cancellationToken)).Failed(out var error, out var user)) return error;
        if ((await work.DeactivateAsync(user, time.GetUtcNow(), cancellationToken)).Failed(out error, out _)) return error;
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.UserDeleted, AuditResources.User, user.Id.ToString(), user.OrganizationId));
        return await work.CommitAsync(cancellationToken);
    }
}
