using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModuleX.Application.Catalog;
using ModuleX.Application.Operations;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Registers the catalogue of manifests.</summary>
internal static class CatalogueRegistration
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSettings<CatalogueOptions>("Catalogue")
            .Validate(options => options.Path.Length > 0, "Catalogue:Path must name a folder")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CatalogueOptions>, CatalogueFolderCheck>();
        services.AddSettings<ToolsOptions>("Tools");
        services.AddSingleton<ToolSettingsReader>();
        services.AddSingleton(provider => new ToolMapper(provider.GetRequiredService<IOptions<ConnectionOptions>>().Value.PublicUrl.TrimEnd('/')));
        services.AddSingleton<ManifestReader>();
        services.AddSingleton<CatalogueLoader>();
        services.AddSingleton(
            provider => new CatalogueValidation(provider.GetRequiredService<CatalogueLoader>(), provider.GetRequiredService<IOptions<CatalogueOptions>>()));
        services.AddSingleton<FileCatalogue>();
        services.AddSingleton<ISystemEnvironment, SystemEnvironment>();
        services.AddSingleton<IToolFolder>(provider => provider.GetRequiredService<FileCatalogue>());
        services.AddHostedService(provider => provider.GetRequiredService<FileCatalogue>());
        return services;
    }
}
