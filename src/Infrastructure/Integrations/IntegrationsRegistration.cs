using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Integrations;
using ModuleX.Application.Organizations;

namespace ModuleX.Infrastructure.Integrations;

/// <summary>Registers what is known in memory of the tools that organizations have installed.</summary>
internal static class IntegrationsRegistration
{
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.AddSingleton<OrganizationToolsCache>();
        services.AddSingleton<HomeOrganizations>();
        services.AddSingleton<IHomeOrganizations>(provider => provider.GetRequiredService<HomeOrganizations>());
        services.AddSingleton<IInstalledTools, InstalledTools>();
        return services;
    }
}
