using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Tenancy;

/// <summary>
/// Signs in with username or e-mail address to a tenant that is named by its domain. Fails as <see cref="SignInCommand"/> does, and as it does where
/// there is no such tenant.
/// </summary>
public sealed record SignInToTenantCommand(string Domain, string Username, string Password, ClientFacts Client) : ICommand<SignInView>
{
    public override string ToString() => nameof(SignInToTenantCommand);
}

internal sealed class SignInToTenantValidator : AbstractValidator<SignInToTenantCommand>
{
    public SignInToTenantValidator()
    {
        RuleFor(command => command.Domain).NotEmpty().MaximumLength(255);
        RuleFor(command => command.Username).NotEmpty().MaximumLength(254);
        RuleFor(command => command.Password).Password();
    }
}

internal sealed class SignInToTenantHandler(IOrganizationRepository tenants, IPasswords passwords, ISecurityLog securityLog, IUseCases useCases)
    : ICommandHandler<SignInToTenantCommand, SignInView>
{
    public async Task<Result<SignInView>> Handle(SignInToTenantCommand command, CancellationToken cancellationToken)
    {
        if (await tenants.FindTenantAsync(command.Domain.Trim().ToLowerInvariant(), cancellationToken) is { } tenant)
            return await useCases.SendAsync(
                new SignInCommand(tenant.Id, command.Username, command.Password, new LoginTerms(), command.Client, LoginName.EmailOrUsername),
                cancellationToken);
        // The same work as for a user whom a tenant does not know: the time must not tell which of them it was.
        await passwords.VerifyAsync(null, command.Password, cancellationToken);
        securityLog.LoginFailed(new LoginFacts(default, null, null, command.Client.Address), "tenant_not_found");
        return IdentityErrors.CredentialsInvalid;
    }
}
