using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModuleX.Application.Ports;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Security.ApiKeys;
using ModuleX.Infrastructure.Security.DataKeys;
using ModuleX.Infrastructure.Security.MasterKeys;

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
        services.AddSingleton<DataKeyStore>();
        services.AddSingleton<SessionReencryption>();
        services.AddSingleton(provider => new DataKeyRotation(
            provider.GetRequiredService<IDbContextFactory<ModuleXDbContext>>(),
            provider.GetRequiredService<DataKeyStore>(),
            provider.GetRequiredService<SessionReencryption>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISecretProtector, SecretProtector>();
        services.AddSingleton<IStateProtector, StateProtector>();
        services.AddSingleton<ApiKeyCache>();
        services.AddSingleton<IApiKeys>(provider => provider.GetRequiredService<ApiKeyCache>());
        services.AddHostedService<ApiKeyWatcher>();
        services.AddSingleton<ISecurityLog, LoggerSecurityLog>();
        return services;
    }
}
