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
/// Changes a user whom the caller reaches; null leaves a value as it is, an empty name takes it away. NotFound: unknown, or of another organization.
/// Forbidden: the user's system role is above the caller's. Conflict: the username is taken, or see <see cref="Deactivation.DeactivateAsync"/>.
/// </summary>
public sealed record UpdateUserCommand(Caller Caller, UserId User, string? Username, string? FirstName, string? LastName, bool? IsActive,
    bool? IsVerified) : ICommand<UserView>
{
    /// <summary>What only an admin of the tenant may change (Forbidden).</summary>
    public AccountChange Account { get; init; } = new();

    public override string ToString() => $"{nameof(UpdateUserCommand)} {User}";
}

/// <summary>What to change about an account; null leaves a value as it is.</summary>
/// <param name="Password">Held against the policy; a new one ends all of the user's login sessions.</param>
/// <param name="Role">Forbidden: above the caller's own. Conflict: the last super admin is to be less, or the last owner of an organization a viewer.</param>
public sealed record AccountChange(string? Email = null, string? Password = null, SystemRole? Role = null)
{
    internal bool IsNothing => this == new AccountChange();

    public override string ToString() => nameof(AccountChange);
}

internal sealed class UpdateUserValidator : AbstractValidator<UpdateUserCommand>
{
    public UpdateUserValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.FirstName).PersonName();
        RuleFor(command => command.LastName).PersonName();
        When(command => command.Account.Email is not null, () => RuleFor(command => command.Account.Email!).NewEmail());
        When(command => command.Account.Password is not null, () => RuleFor(command => command.Account.Password!).Password());
        RuleFor(command => command.Account.Role).IsInEnum();
    }
}

internal sealed class UpdateUserHandler(IUnitsOfWork units, NewAccount accounts, TimeProvider time) : ICommandHandler<UpdateUserCommand, UserView>
{
    public async Task<Result<UserView>> Handle(UpdateUserCommand command, CancellationToken cancellationToken)
    {
        if ((await accounts.PrepareAsync(command, cancellationToken)).Failed(out var error, out var account)) return error;
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if ((await work.FindReachedAsync(command.Caller, command.User, cancellationToken)).Failed(out error, out var user)) return error;
        var now = time.GetUtcNow();
        if ((await work.Users.CheckNamesAsync(command.Account.Email, command.Username, user.Id, cancellationToken)).Failed(out error, out _)) return error;
        user.Rename(command.Username, command.FirstName, command.LastName, now);
        if ((await account.ApplyAsync(work, user, now, cancellationToken)).Failed(out error, out _)) return error;
        if (command.IsVerified is { } verified) user.SetVerified(verified, now);
        if (command.IsActive == true) user.SetActive(true, now);
        if (command.IsActive == false && (await work.DeactivateAsync(user, now, cancellationToken)).Failed(out error, out _)) return error;
        work.Announce(user.Id.Value);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.UserUpdated, AuditResources.User, user.Id.ToString(), user.OrganizationId));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : user.To<UserView>();
    }
}
