using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Catalog;
using ModuleX.Application.Modules;

namespace ModuleX.Infrastructure.Modules;

/// <summary>Registers the modules, and the catalog as they leave it.</summary>
internal static class ModulesRegistration
{
    /// <summary>After the catalog: what is available is known when the manifests are.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services)
    {
        services.AddSingleton<AvailableTools>();
        services.AddSingleton<IToolCatalog>(provider => provider.GetRequiredService<AvailableTools>());
        services.AddSingleton<IModules>(provider => provider.GetRequiredService<AvailableTools>());
        services.AddHostedService(provider => provider.GetRequiredService<AvailableTools>());
        services.AddSingleton<ModuleOAuthClients>();
        return services;
    }
}
