using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>
/// Gives a user a generated password, ends all login sessions of the user and lifts a lock after failed logins. For the operator at the command line alone:
/// it asks for no right. NotFound: there is no such user.
/// </summary>
/// <param name="Name">The e-mail address or the username.</param>
public sealed record ResetPasswordCommand(Actor Actor, string Name) : ICommand<ResetPasswordView>;

/// <summary>What a reset gives, this one time.</summary>
public sealed record ResetPasswordView(UserView User, string Password)
{
    public override string ToString() => $"Password of {User.Id}: ***";
}

internal sealed class ResetPasswordHandler(IReader<User> users, IUnitsOfWork units, NewPassword newPassword, TimeProvider time)
    : ICommandHandler<ResetPasswordCommand, ResetPasswordView>
{
    public async Task<Result<ResetPasswordView>> Handle(ResetPasswordCommand command, CancellationToken cancellationToken)
    {
        var tenant = command.Actor.Tenant;
        if (await users.FindByLoginNameAsync(tenant, command.Name, cancellationToken) is not { } known) return IdentityErrors.UserUnknown(command.Name);
        var (text, hash) = await newPassword.GenerateAsync(tenant, cancellationToken);

        await using var work = await units.BeginAsync(tenant, cancellationToken);
        // A guard counts what was typed, which may be either name.
        foreach (var name in new[] { known.Email, known.Username }) await work.Logins.ForgetGuardAsync(LoginGuard.HashOf(name), cancellationToken);
        if (await work.Users.FindAsync(known.Id, cancellationToken) is not { } user) return IdentityErrors.UserUnknown(command.Name);
        var now = time.GetUtcNow();
        user.SetPassword(hash, now);
        await work.EndAllAsync(user.Id, LoginEndings.PasswordChanged, now, cancellationToken);
        work.Record(new AuditEvent(command.Actor, AuditActions.UserPasswordChanged, AuditResources.User, user.Id.ToString(), user.OrganizationId)
            .With("command_line", true));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : new ResetPasswordView(user.To<UserView>(), text);
    }
}
