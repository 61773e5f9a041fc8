using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Security;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Security.ApiKeys;
using ModuleX.Infrastructure.Security.DataKeys;
using ModuleX.Infrastructure.Security.MasterKeys;
using ModuleX.Infrastructure.Security.Passwords;
using ModuleX.Infrastructure.Security.Tokens;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.Security;

/// <summary>Registers encryption, its keys and the security log.</summary>
internal static class SecurityRegistration
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton<MasterKeySource>();
        services.AddSingleton<MasterKeyCheck>();
        services.AddDataProtection().SetApplicationName("ModuleX");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyRingRepository(provider.GetRequiredService<IDbContextFactory<ModuleXDbContext>>());
            options.XmlEncryptor = new MasterKeyXmlEncryptor(provider.GetRequiredService<MasterKeySource>());
        }));
        services.AddSingleton<AccessWatch>();
        services.AddSingleton<TenantConfigs>();
        services.AddSingleton<ILoginSessionLimits>(provider => provider.GetRequiredService<TenantConfigs>());
        services.AddSingleton<DataKeyStore>();
        services.AddSingleton<ToolSessionReencryption>();
        services.AddSingleton<SealedRows>();
        services.AddSingleton(provider => new DataKeyRotation(
            provider.GetRequiredService<IDbContextFactory<ModuleXDbContext>>(),
            provider.GetRequiredService<DataKeyStore>(),
            provider.GetRequiredService<ToolSessionReencryption>(),
            provider.GetRequiredService<SealedRows>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISecretProtector, SecretProtector>();
        services.AddSingleton<IStateProtector, StateProtector>();
        services.AddSingleton<ApiKeyCache>();
        services.AddSingleton<IApiKeys>(provider => provider.GetRequiredService<ApiKeyCache>());
        services.AddHostedService<ApiKeyWatcher>();
        AddPasswords(services);
        AddTokens(services);
        return services;
    }

    private static void AddPasswords(IServiceCollection services)
    {
        services.AddSettings<PasswordOptions>(PasswordOptions.Section)
            .Validate(options => options.Iterations is >= 10_000 and <= 10_000_000, "Passwords:Iterations must be from 10000 to 10000000")
            .Validate(options => options.MinimumLength is >= 8 and <= PasswordPolicy.MaximumLength, "Passwords:MinimumLength must be from 8 to 128")
            .Validate<IHostEnvironment>(
                (options, environment) => !options.AllowCommon || environment.IsDevelopment(), "Passwords:AllowCommon is for the Development environment only")
            .ValidateOnStart();
        services.AddSingleton<IPasswords, FrameworkPasswords>();
        services.AddSingleton<IPasswordPolicies, TenantPasswordPolicies>();
    }

    private static void AddTokens(IServiceCollection services)
    {
        services.AddSettings<TokenOptions>(TokenOptions.Section)
            .Validate(options => options.Issuer.Length > 0 && options.Audience.Length > 0, "Tokens:Issuer and Tokens:Audience must not be empty")
            .Validate(options => options.SigningKey.Length == 0 || IsLongKey(options.SigningKey), "Tokens:SigningKey must be 32 bytes or more in base64")
            .Validate(options => options.PrivateKeyFile.Length == 0 || IsKeyFile(options.PrivateKeyFile),
                "Tokens:PrivateKeyFile must be a PEM file with a private key: RSA of 2048 bits or more, or on the curve P-256")
            .ValidateOnStart();
        services.AddSettings<LoginOptions>(LoginOptions.Section)
            .Validate(options => AreLifetimes(options.AccessLifetime, options.LongAccessLifetime),
                "Logins:AccessLifetime and Logins:LongAccessLifetime must be from 00:01:00 to 1.00:00:00")
            .Validate(options => options.RefreshLifetime >= TimeSpan.FromMinutes(5) && options.RememberedRefreshLifetime >= options.RefreshLifetime
                && options.RememberedRefreshLifetime <= TimeSpan.FromDays(366),
                "Logins:RefreshLifetime must be at least 00:05:00, and Logins:RememberedRefreshLifetime at least as long and at most 366 days")
            .ValidateOnStart();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<AuthorityReader>();
        services.AddSingleton<AuthorityCache>();
        services.AddSingleton<ILoginSessionStandings, LoginSessionStandings>();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKeys>());
        services.AddHostedService<AccessChangeWatcher>();
        services.AddHostedService<LoginCleanup>();
    }

    private static bool AreLifetimes(params TimeSpan[] lifetimes) => lifetimes.All(one => one >= TimeSpan.FromMinutes(1) && one <= TimeSpan.FromDays(1));

    private static bool IsLongKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= 32;
    }

    private static bool IsKeyFile(string path)
    {
        try
        {
            return File.Exists(path) && SigningKeyFile.Read(path) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
