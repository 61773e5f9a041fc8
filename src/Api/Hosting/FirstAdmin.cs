using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Sees to it that a new installation has an admin: the account of the settings, in Development the one that the documents log in with,
/// else a token on standard error that makes one.
/// </summary>
internal sealed class FirstAdmin(
    IUseCases useCases, IOrganizationRepository organizations, IReader<User> users, IPasswords passwords,
    IOptions<BootstrapOptions> options, IHostEnvironment environment, ILogger<FirstAdmin> logger)
{
    public const string DevelopmentEmail = "admin@example.com";
    public const string DevelopmentPassword = "admin123";

    private const string DevelopmentUsername = "admin";

    /// <summary>Whether this start found no admin.</summary>
    public bool IsFirstStart { get; private set; }

    /// <exception cref="StartupException">The account of the settings can't be made.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var tenant = (await organizations.FindTenantAsync(Tenant.DefaultDomain, cancellationToken))!.Id;
        if (await users.CountAsync(tenant, new ActiveUsersOfRoleSpec(SystemRole.SuperAdmin), cancellationToken) > 0)
        {
            if (options.Value.IsGiven)
            {
                logger.LogInformation(
                    "Bootstrap:Email and Bootstrap:Password are ignored and may go: there is a super admin. \"users reset-password\" gives one a new password");
            }
            return;
        }
        IsFirstStart = true;
        if (options.Value.IsGiven)
            await CreateAsync(new(tenant, options.Value.Email, null, options.Value.Password, new BootstrapTrust.Settings(), ClientFacts.None),
            cancellationToken);
        else if (environment.IsDevelopment()) await CreateAsync(ForDevelopment(tenant), cancellationToken);
        else await OfferTokenAsync(tenant, cancellationToken);
    }

    /// <summary>Whether the account that the documents log in with is there and has its first password still.</summary>
    public async Task<bool> HasDevelopmentAccountAsync(CancellationToken cancellationToken)
    {
        var tenant = (await organizations.FindTenantAsync(Tenant.DefaultDomain, cancellationToken))!.Id;
        return await users.FindByEmailAsync(tenant, DevelopmentEmail, cancellationToken) is { IsActive: true } user
            && await passwords.VerifyAsync(user.PasswordHash, DevelopmentPassword, cancellationToken) != PasswordVerdict.Wrong;
    }

    private static CreateFirstAdminCommand ForDevelopment(TenantId tenant) =>
        new(tenant, DevelopmentEmail, DevelopmentUsername, DevelopmentPassword, new BootstrapTrust.Development(), ClientFacts.None);

    private async Task CreateAsync(CreateFirstAdminCommand command, CancellationToken cancellationToken)
    {
        if ((await useCases.SendAsync(command, cancellationToken)).Failed(out var error, out _))
            throw new StartupException($"The super admin of Bootstrap:Email can't be made: {error.Message}");
    }

    /// <summary>Not through the log, which is kept and shipped: the token makes its bearer the master of the installation.</summary>
    private async Task OfferTokenAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if ((await useCases.SendAsync(new OfferBootstrapCommand(tenant), cancellationToken)).Failed(out _, out var token)) return;
        Console.Error.WriteLine($"There is no super admin yet. Make one, once, with POST /api/system/bootstrap and this token: {token.Text}");
    }
}
