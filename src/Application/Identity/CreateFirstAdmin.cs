using FluentValidation;
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

/// <summary>Makes the first super admin of a tenant. Forbidden: there is one, or the token is not the one that was offered.</summary>
/// <param name="Trust">Who vouches for it.</param>
public sealed record CreateFirstAdminCommand(TenantId Tenant, string Email, string? Username, string Password, BootstrapTrust Trust,
    ClientFacts Client) : ICommand<UserView>
{
    public override string ToString() => nameof(CreateFirstAdminCommand);
}

/// <summary>Why a caller may make the first super admin.</summary>
public abstract record BootstrapTrust
{
    /// <summary>The server's own start, from the operator's settings.</summary>
    public sealed record Settings : BootstrapTrust;

    /// <summary>The server's own start, for development: the password of the documents' examples falls short of any policy.</summary>
    public sealed record Development : BootstrapTrust;

    /// <summary>A caller who manages tenants, for a new one.</summary>
    public sealed record Management : BootstrapTrust;

    /// <summary>The caller has the token that the first start printed.</summary>
    public sealed record Token(string Text) : BootstrapTrust
    {
        public override string ToString() => "***";
    }
}

internal sealed class CreateFirstAdminValidator : AbstractValidator<CreateFirstAdminCommand>
{
    public CreateFirstAdminValidator()
    {
        RuleFor(command => command.Email).NewEmail();
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Password).Password();
    }
}

internal sealed class CreateFirstAdminHandler(IUnitsOfWork units, IPasswords passwords, NewPassword newPassword, TimeProvider time)
    : ICommandHandler<CreateFirstAdminCommand, UserView>
{
    public async Task<Result<UserView>> Handle(CreateFirstAdminCommand command, CancellationToken cancellationToken)
    {
        var hashing = command.Trust is BootstrapTrust.Development
            ? await passwords.HashAsync(command.Password, cancellationToken)
            : await newPassword.HashAsync(command.Tenant, command.Password, "password", [command.Email, command.Username ?? ""], cancellationToken);
        if (hashing.Failed(out var error, out var hash)) return error;

        await using var work = await units.BeginAsync(command.Tenant, cancellationToken);
        if (await work.Users.CountSuperAdminsAsync(cancellationToken) > 0) return IdentityErrors.BootstrapRefused;
        if (command.Trust is BootstrapTrust.Token token
            && !await work.Users.TryUseBootstrapAsync(BootstrapToken.HashOf(token.Text), cancellationToken)) return IdentityErrors.BootstrapRefused;
        var organization = await work.Organizations.FindDefaultAsync(cancellationToken);
        var wanted = new NewUser(command.Email, command.Username, null, null, hash, SystemRole.SuperAdmin, organization, MembershipRole.Owner);
        var now = time.GetUtcNow();
        if ((await NewUser.CreateAsync(work, wanted, now, cancellationToken)).Failed(out error, out var user)) return error;
        user.SetVerified(true, now);
        work.Record(
            new AuditEvent(new Actor(command.Tenant, null, command.Client), AuditActions.UserCreated, AuditResources.User, user.Id.ToString(),
            organization.Id).With("bootstrap", true));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : user.To<UserView>();
    }
}
