using FluentValidation;
using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>
/// A person makes an account, as a member of the default organization or of one that is open. Forbidden: registration is closed, or the organization
/// is not open. Invalid: the e-mail address is registered, or the password falls short.
/// </summary>
/// <param name="Username">Null for one that is made from the e-mail address.</param>
/// <param name="Organization">Null for the default one.</param>
/// <param name="SignsIn">Whether the answer has tokens.</param>
public sealed record RegisterUserCommand(
    TenantId Tenant, string Email, string Password, string? Username, string? FirstName, string? LastName, OrganizationId? Organization,
    bool SignsIn, ClientFacts Client)
    : ICommand<RegistrationView>
{
    public override string ToString() => nameof(RegisterUserCommand);
}

/// <summary>A new account.</summary>
/// <param name="SignIn">Null where none was asked for.</param>
public sealed record RegistrationView(UserView User, SignInView? SignIn);

internal sealed class RegisterUserValidator : AbstractValidator<RegisterUserCommand>
{
    public RegisterUserValidator()
    {
        RuleFor(command => command.Email).NewEmail();
        RuleFor(command => command.Password).Password();
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.FirstName).PersonName();
        RuleFor(command => command.LastName).PersonName();
    }
}

internal sealed class RegisterUserHandler(
    IUnitsOfWork units, NewPassword newPassword, LoginSessionIssuer issuer, IOptionsMonitor<LoginOptions> options, TimeProvider time)
    : ICommandHandler<RegisterUserCommand, RegistrationView>
{
    public async Task<Result<RegistrationView>> Handle(RegisterUserCommand command, CancellationToken cancellationToken)
    {
        if (!options.CurrentValue.RegistrationIsOpen) return IdentityErrors.RegistrationClosed;
        var hashing = await newPassword.HashAsync(command.Tenant, command.Password, "password", [command.Email, command.Username ?? ""], cancellationToken);
        if (hashing.Failed(out var error, out var hash)) return error;

        await using var work = await units.BeginAsync(command.Tenant, cancellationToken);
        if ((await ChooseAsync(work, command.Organization, cancellationToken)).Failed(out error, out var organization)) return error;
        var wanted = new NewUser(command.Email, command.Username, command.FirstName, command.LastName, hash, SystemRole.User, organization);
        if ((await NewUser.CreateAsync(work, wanted, time.GetUtcNow(), cancellationToken)).Failed(out error, out var user)) return AsRegistered(error);
        var by = new Actor(command.Tenant, user.Id, command.Client);
        work.Record(new AuditEvent(by, AuditActions.UserRegistered, AuditResources.User, user.Id.ToString(), organization.Id));

        var signIn = command.SignsIn ? await issuer.BeginFirstAsync(work, user, by, cancellationToken) : null;
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return AsRegistered(error);
        return new RegistrationView(signIn?.User ?? user.To<UserView>(), signIn);
    }

    private static async Task<Result<Organization>> ChooseAsync(IUnitOfWork work, OrganizationId? id, CancellationToken cancellationToken)
    {
        var standing = await work.Organizations.FindDefaultAsync(cancellationToken);
        if (id is null || id == standing.Id) return standing;
        // Unknown ones are refused alike, so that trying ids tells nothing.
        return await work.Organizations.FindAsync(id.Value, cancellationToken) is { IsActive: true, IsOpenToRegistration: true } named
            ? named
            : OrganizationErrors.RegistrationNotOpen;
    }

    /// <summary>The documents' status for this one case is 400.</summary>
    private static Error AsRegistered(Error error) => error == IdentityErrors.EmailTaken ? error with { Kind = ErrorKind.Invalid } : error;
}
