using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Sees to it that somebody can administer a new installation: the account of the settings, in Development the one that the documents log in with,
/// else a token on standard error that makes one.
/// </summary>
internal sealed class FirstAdmin(IUseCases useCases, IOrganizationRepository organizations, IUserDirectory users, IOptions<BootstrapOptions> options, IHostEnvironment environment)
{
    private const string DevelopmentEmail = "admin@example.com";
    private const string DevelopmentUsername = "admin";
    private const string DevelopmentPassword = "admin123";

    /// <summary>Whether this start found nobody who administers.</summary>
    public bool IsFirstStart { get; private set; }

    /// <exception cref="StartupException">The account of the settings can't be made.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var tenant = (await organizations.FindTenantAsync(Tenant.DefaultDomain, cancellationToken))!.Id;
        if (await users.CountAsync(tenant, SystemRole.SuperAdmin, cancellationToken) > 0) return;
        IsFirstStart = true;
        if (options.Value.IsGiven) await CreateAsync(new(tenant, options.Value.Email, null, options.Value.Password, new BootstrapTrust.Settings(), ClientFacts.None), cancellationToken);
        else if (environment.IsDevelopment()) await CreateForDevelopmentAsync(tenant, cancellationToken);
        else await OfferTokenAsync(tenant, cancellationToken);
    }

    private async Task CreateForDevelopmentAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await CreateAsync(new(tenant, DevelopmentEmail, DevelopmentUsername, DevelopmentPassword, new BootstrapTrust.Development(), ClientFacts.None), cancellationToken);
        Console.Error.WriteLine($"Development: made the super admin {DevelopmentUsername} ({DevelopmentEmail}) with the password {DevelopmentPassword}.");
    }

    private async Task CreateAsync(CreateFirstAdminCommand command, CancellationToken cancellationToken)
    {
        if ((await useCases.SendAsync(command, cancellationToken)).Failed(out var error, out _)) throw new StartupException($"The super admin of Bootstrap:Email can't be made: {error.Message}");
    }

    /// <summary>Not through the log, which is kept and shipped: the token makes its bearer the master of the installation.</summary>
    private async Task OfferTokenAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if ((await useCases.SendAsync(new OfferBootstrapCommand(tenant), cancellationToken)).Failed(out _, out var token)) return;
        Console.Error.WriteLine($"There is no super admin yet. Make one, once, with POST /api/system/bootstrap and this token: {token.Text}");
    }
}
