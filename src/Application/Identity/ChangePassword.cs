using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>
/// Changes the caller's password and ends all of the caller's login sessions, this one too. Invalid: the current password is wrong, or the new one falls
/// short. Wrong ones count as failed logins: a stolen access token must not be a way to guess.
/// </summary>
public sealed record ChangePasswordCommand(Caller Caller, string CurrentPassword, string NewPassword) : ICommand<Done>
{
    public override string ToString() => nameof(ChangePasswordCommand);
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator()
    {
        RuleFor(command => command.CurrentPassword).Password();
        RuleFor(command => command.NewPassword).Password();
    }
}

internal sealed class ChangePasswordHandler(IReader<User> users, IUnitsOfWork units, IPasswords passwords, NewPassword newPassword, TimeProvider time)
    : ICommandHandler<ChangePasswordCommand, Done>
{
    public async Task<Result<Done>> Handle(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if (await users.FindAsync(caller.Tenant, new UserByIdSpec(caller.User), cancellationToken) is not { } known) return IdentityErrors.TokenInvalid;
        var verdict = await passwords.VerifyAsync(known.PasswordHash, command.CurrentPassword, cancellationToken);
        if ((await AdmitAsync(known, verdict, cancellationToken)).Failed(out var error, out _)) return error;
        var hashing = await newPassword.HashAsync(caller.Tenant, command.NewPassword, "new_password", [known.Email, known.Username], cancellationToken);
        if (hashing.Failed(out error, out var hash)) return error;

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Users.FindAsync(caller.User, cancellationToken) is not { } user || user.PasswordHash != known.PasswordHash)
            return ConcurrencyErrors.LostRace;
        var now = time.GetUtcNow();
        user.SetPassword(hash, now);
        await work.EndAllAsync(user.Id, LoginEndings.PasswordChanged, now, cancellationToken);
        work.Record(new AuditEvent(caller.Actor, AuditActions.UserPasswordChanged, AuditResources.User, user.Id.ToString(), user.OrganizationId));
        return await work.CommitAsync(cancellationToken);
    }

    private async Task<Result<Done>> AdmitAsync(User user, PasswordVerdict verdict, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(user.TenantId, cancellationToken);
        var (guardHash, now) = (LoginGuard.HashOf(user.Email), time.GetUtcNow());
        var guard = await work.Logins.GuardAsync(guardHash, cancellationToken);
        if (guard.RemainingAt(now) is { } remaining) return IdentityErrors.AccountLocked(remaining);
        if (verdict != PasswordVerdict.Wrong) return Done.Result;
        guard.Fail(now);
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : IdentityErrors.PasswordWrong;
    }
}
