using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModuleX.Application.Catalog;
using ModuleX.Application.Operations;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Registers the catalog of manifests.</summary>
internal static class CatalogRegistration
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddSettings<CatalogOptions>("Catalog")
            .Validate(options => options.Path.Length > 0, "Catalog:Path must name a folder")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CatalogOptions>, CatalogFolderCheck>();
        services.AddSettings<ToolsOptions>("Tools");
        services.AddSingleton<ToolSettingsReader>();
        services.AddSingleton(provider => new ToolMapper(provider.GetRequiredService<IOptions<ConnectionOptions>>().Value.PublicUrl.TrimEnd('/')));
        services.AddSingleton<ManifestReader>();
        services.AddSingleton<CatalogLoader>();
        services.AddSingleton(
            provider => new CatalogValidation(provider.GetRequiredService<CatalogLoader>(), provider.GetRequiredService<IOptions<CatalogOptions>>()));
        services.AddSingleton<FileCatalog>();
        services.AddSingleton<ISystemEnvironment, SystemEnvironment>();
        services.AddSingleton<IToolFolder>(provider => provider.GetRequiredService<FileCatalog>());
        services.AddHostedService(provider => provider.GetRequiredService<FileCatalog>());
        return services;
    }
}
