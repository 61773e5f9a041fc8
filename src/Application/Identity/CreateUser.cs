using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>
/// Makes an account for a person, as a member of an organization. Forbidden: the permission is missing there, or the role is above the caller's.
/// NotFound: no such organization. Conflict: the e-mail address or the username is taken, or the organization is full.
/// </summary>
/// <param name="Username">Null for one that is made from the e-mail address.</param>
/// <param name="Organization">See <see cref="OrganizationScope.ForNew"/>.</param>
/// <param name="JoinsDefault">Puts the user into the default organization instead, which only an admin of the tenant may.</param>
public sealed record CreateUserCommand(
    Caller Caller, string Email, string? Username, string Password, string? FirstName, string? LastName, OrganizationId? Organization,
    SystemRole Role = SystemRole.User,
    bool JoinsDefault = false)
    : ICommand<UserView>
{
    public override string ToString() => nameof(CreateUserCommand);
}

internal sealed class CreateUserValidator : AbstractValidator<CreateUserCommand>
{
    public CreateUserValidator()
    {
        RuleFor(command => command.Email).NewEmail();
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Password).Password();
        RuleFor(command => command.FirstName).PersonName();
        RuleFor(command => command.LastName).PersonName();
        RuleFor(command => command.Role).IsInEnum();
    }
}

internal sealed class CreateUserHandler(IUnitsOfWork units, NewPassword newPassword, TimeProvider time) : ICommandHandler<CreateUserCommand, UserView>
{
    public async Task<Result<UserView>> Handle(CreateUserCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if (command.Role > caller.Authority.Role) return IdentityErrors.RoleBeyondOwn;
        if (ScopeOf(command).Failed(out var error, out var id)) return error;
        var hashing = await newPassword.HashAsync(caller.Tenant, command.Password, "password", [command.Email, command.Username ?? ""], cancellationToken);
        if (hashing.Failed(out error, out var hash)) return error;

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var organization = id is { } named ? await work.Organizations.FindAsync(named, cancellationToken)
            : await work.Organizations.FindDefaultAsync(cancellationToken);
        if (organization is null) return OrganizationErrors.Unknown;
        var wanted = new NewUser(command.Email, command.Username, command.FirstName, command.LastName, hash, command.Role, organization);
        if ((await NewUser.CreateAsync(work, wanted, time.GetUtcNow(), cancellationToken)).Failed(out error, out var user)) return error;
        work.Record(new AuditEvent(caller.Actor, AuditActions.UserCreated, AuditResources.User, user.Id.ToString(), organization.Id));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : user.To<UserView>();
    }

    /// <summary>Null for the default organization.</summary>
    private static Result<OrganizationId?> ScopeOf(CreateUserCommand command)
    {
        if (command.JoinsDefault) return command.Caller.IsSystemAdmin ? (OrganizationId?)null : IdentityErrors.RoleTooLow("Admin");
        return command.Caller.ForNew(command.Organization, PermissionNames.UserCreate).Failed(out var error, out var id) ? error : (OrganizationId?)id;
    }
}
