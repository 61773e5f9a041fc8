using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModuleX.Application.Operations;
using ModuleX.Infrastructure.Catalog;
using ModuleX.Infrastructure.ConnectLinks;
using ModuleX.Infrastructure.Events;
using ModuleX.Infrastructure.Integrations;
using ModuleX.Infrastructure.Modules;
using ModuleX.Infrastructure.Operations;
using ModuleX.Infrastructure.OutgoingWebhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Security;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.Telemetry;
using ModuleX.Infrastructure.Webhooks;

namespace ModuleX.Infrastructure;

/// <summary>Registers the infrastructure layer.</summary>
public static class InfrastructureRegistration
{
    /// <summary>Adds an adapter for every port of the application, for one node.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<INodes, OwnNode>();
        // In the order in which they start; they stop the other way round, so what others rely on stops last.
        return services.AddTelemetry().AddEvents().AddPersistence().AddRecords().AddSecurity().AddCatalog().AddModules().AddIntegrations().AddRuns()
            .AddSessions().AddConnectLinks().AddWebhooks().AddOutgoingWebhooks().AddSettings();
    }
}
