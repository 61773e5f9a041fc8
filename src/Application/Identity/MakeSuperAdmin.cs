using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>
/// Makes a user a super admin of its tenant, and active. For the operator at the command line alone: it asks for no right. NotFound: there is no such user.
/// </summary>
/// <param name="Name">The e-mail address or the username.</param>
public sealed record MakeSuperAdminCommand(Actor Actor, string Name) : ICommand<UserView>;

internal sealed class MakeSuperAdminHandler(IReader<User> users, IUnitsOfWork units, TimeProvider time) : ICommandHandler<MakeSuperAdminCommand, UserView>
{
    public async Task<Result<UserView>> Handle(MakeSuperAdminCommand command, CancellationToken cancellationToken)
    {
        var tenant = command.Actor.Tenant;
        if (await users.FindByLoginNameAsync(tenant, command.Name, cancellationToken) is not { } known) return IdentityErrors.UserUnknown(command.Name);
        await using var work = await units.BeginAsync(tenant, cancellationToken);
        if (await work.Users.FindAsync(known.Id, cancellationToken) is not { } user) return IdentityErrors.UserUnknown(command.Name);
        var now = time.GetUtcNow();
        user.SetRole(SystemRole.SuperAdmin, now);
        user.SetActive(true, now);
        work.Announce(user.Id.Value);
        work.Record(new AuditEvent(command.Actor, AuditActions.UserUpdated, AuditResources.User, user.Id.ToString(), user.OrganizationId)
            .With("command_line", true));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : user.To<UserView>();
    }
}
