using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>
/// Signs in with e-mail address (or username) and password. Unauthenticated, always the same: unknown, wrong, inactive, or not of the organization.
/// RateLimited (<see cref="IdentityErrors.AccountLockedCode"/>): too many failures, whether or not there is such an account.
/// </summary>
/// <param name="Kind">What may stand in the place of the e-mail address.</param>
public sealed record SignInCommand(TenantId Tenant, string Email, string Password, LoginTerms Terms, ClientFacts Client,
    LoginName Kind = LoginName.Email) : ICommand<SignInView>
{
    public override string ToString() => nameof(SignInCommand);
}

/// <summary>What people sign in by.</summary>
public enum LoginName
{
    Email,

    EmailOrUsername,
}

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    public SignInValidator()
    {
        When(command => command.Kind == LoginName.Email, () => RuleFor(command => command.Email).Email());
        When(command => command.Kind == LoginName.EmailOrUsername, () => RuleFor(command => command.Email).LoginName());
        RuleFor(command => command.Password).Password();
    }
}

internal sealed class SignInHandler(
    IReader<User> users, IMembers members, IUnitsOfWork units, IPasswords passwords, LoginSessionIssuer issuer, ISecurityLog securityLog, TimeProvider time)
    : ICommandHandler<SignInCommand, SignInView>
{
    public async Task<Result<SignInView>> Handle(SignInCommand command, CancellationToken cancellationToken)
    {
        Result<SignInView>? answer;
        do answer = await AttemptAsync(command, cancellationToken);
        while (answer is null);
        return answer.Value;
    }

    /// <summary>Null where the password was changed, or the user deactivated, while it was being checked: what was found no longer counts.</summary>
    private async Task<Result<SignInView>?> AttemptAsync(SignInCommand command, CancellationToken cancellationToken)
    {
        var user = command.Kind == LoginName.Email
            ? await users.FindByEmailAsync(command.Tenant, command.Email, cancellationToken)
            : await users.FindByLoginNameAsync(command.Tenant, command.Email, cancellationToken);
        // Hashed in every case, and before the lock is looked at: the time must not tell which of them it was.
        var verdict = await passwords.VerifyAsync(user?.PasswordHash, command.Password, cancellationToken);
        var memberships = await members.ListOfUserAsync(command.Tenant, user?.Id ?? default, cancellationToken);
        var organization = user is null ? null : command.Terms.ChooseFrom(memberships, user.OrganizationId);

        await using var work = await units.BeginAsync(command.Tenant, cancellationToken);
        // By the name that was given: were it by the account, the lock of one name would tell which other name is the same account's.
        var (guardHash, now) = (LoginGuard.HashOf(command.Email), time.GetUtcNow());
        var guard = await work.Logins.GuardAsync(guardHash, cancellationToken);
        if (guard.RemainingAt(now) is { } remaining)
            return await RefuseAsync(work, command, user, "account_locked", IdentityErrors.AccountLocked(remaining), cancellationToken);
        if (ReasonAgainst(user, verdict, organization) is { } reason)
        {
            if (guard.Fail(now)) securityLog.AccountLocked(FactsOf(command, user));
            return await RefuseAsync(work, command, user, reason, IdentityErrors.CredentialsInvalid, cancellationToken);
        }
        if (!await IsUnchangedAsync(work, user!, cancellationToken)) return null;
        await work.Logins.ForgetGuardAsync(guardHash, cancellationToken);
        return await AdmitAsync(work, command, user!, organization!.Value, verdict, cancellationToken);
    }

    /// <summary>A change of the password ends all sessions. One that begins at the same time must be among them, or not begin.</summary>
    private static async Task<bool> IsUnchangedAsync(IUnitOfWork work, User user, CancellationToken cancellationToken)
    {
        await work.Users.HoldAsync(user.Id, cancellationToken);
        return await work.Users.FindAsync(user.Id, cancellationToken) is { IsActive: true } stored && stored.PasswordHash == user.PasswordHash;
    }

    private static string? ReasonAgainst(User? user, PasswordVerdict verdict, OrganizationId? organization) => user switch
    {
        null => "user_not_found",
        _ when verdict == PasswordVerdict.Wrong => "invalid_password",
        { IsActive: false } => "account_inactive",
        _ => organization is null ? "organization_mismatch" : null,
    };

    private async Task<Result<SignInView>> RefuseAsync(
        IUnitOfWork work, SignInCommand command, User? user, string reason, Error error, CancellationToken cancellationToken)
    {
        var by = new Actor(command.Tenant, user?.Id, command.Client);
        work.Record(new AuditEvent(by, AuditActions.LoginFailed, AuditResources.User, user?.Id.ToString(), user?.OrganizationId)
            { Status = AuditStatuses.Failure }.With("reason", reason));
        securityLog.LoginFailed(FactsOf(command, user), reason);
        return (await work.CommitAsync(cancellationToken)).Failed(out var lost, out _) ? lost : error;
    }

    private async Task<Result<SignInView>> AdmitAsync(
        IUnitOfWork work, SignInCommand command, User user, OrganizationId organization, PasswordVerdict verdict, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var signIn = await issuer.BeginAsync(work, user, organization, command.Terms, command.Client, now, cancellationToken);
        await work.Users.RecordLoginAsync(user.Id, now, cancellationToken);
        work.Record(
            new AuditEvent(new Actor(command.Tenant, user.Id, command.Client), AuditActions.LoginSucceeded, AuditResources.User, user.Id.ToString(),
            organization));
        if ((await work.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        securityLog.LoginSucceeded(FactsOf(command, user) with { Organization = organization });
        if (verdict == PasswordVerdict.RightButOutdated) await RehashAsync(user, command.Password, cancellationToken);
        return signIn;
    }

    private static LoginFacts FactsOf(SignInCommand command, User? user) => new(command.Tenant, user?.Id, user?.OrganizationId, command.Client.Address);

    /// <summary>With today's rounds. Where the user is changed at the same time, the next login does it.</summary>
    private async Task RehashAsync(User user, string password, CancellationToken cancellationToken)
    {
        var hash = await passwords.HashAsync(password, cancellationToken);
        await using var work = await units.BeginAsync(user.TenantId, cancellationToken);
        if (await work.Users.FindAsync(user.Id, cancellationToken) is not { } stored || stored.PasswordHash != user.PasswordHash) return;
        stored.SetPassword(hash, stored.UpdatedAt);
        await work.CommitAsync(cancellationToken);
    }
}
