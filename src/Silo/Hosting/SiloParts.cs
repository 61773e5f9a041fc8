using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;
using ModuleX.Application.Configuration;
using ModuleX.Application.Events;
using ModuleX.Application.Messaging;
using ModuleX.Application.Operations;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Events;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.Telemetry;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Silo.Adapters;
using ModuleX.Silo.Database;
using ModuleX.Silo.Grains;
using ModuleX.Silo.Nodes;
using ModuleX.Silo.Notices;

namespace ModuleX.Silo.Hosting;

/// <summary>Makes a node of a cluster out of the embedded server: other adapters behind the same ports.</summary>
internal static class SiloParts
{
    /// <summary>
    /// At Information, Orleans writes down each of its options at every start, and its retries each attempt. At Warning, it advises the other collector, finds
    /// its own start too slow, and tells of each call that a lost silo did not answer, which <see cref="GrainCalls"/> does too.
    /// </summary>
    private static readonly Dictionary<string, string?> QuietLogs = new()
    {
        ["Logging:LogLevel:Orleans"] = "Warning",
        ["Logging:LogLevel:Orleans.Runtime.Silo"] = "Error",
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",
        ["Logging:LogLevel:Orleans.Runtime.CallbackData"] = "Error",
        ["Logging:LogLevel:Polly"] = "Warning",
    };

    public static ServerParts Create() => new(AddServices, AddNode);

    /// <summary>What every verb needs: the database of a cluster has more tables and another lock.</summary>
    private static void AddServices(IServiceCollection services)
    {
        services.AddSettings<ClusterNodeOptions>(ClusterNodeOptions.Section)
            .Validate(options => options.HasKnownMembership, "Cluster:Membership must be one of database, localhost")
            .Validate<IOptions<DatabaseOptions>>((options, database) => options.IsLocalhost || database.Value.ProviderWord != DatabaseOptions.Sqlite,
                "A cluster needs Database:Provider postgresql or sqlserver; nodes on SQLite are one machine's, with Cluster:Membership=localhost")
            .Validate(options => options.ClusterId.Length is > 0 and <= 100, "Cluster:ClusterId must have 1 to 100 characters")
            .Validate(options => options.HasReadableAddress, "Cluster:Address must be an IP address")
            .Validate(options => options.Port is > 0 and < 65536 && options.PrimaryPort is > 0 and < 65536,
                "Cluster:Port and Cluster:PrimaryPort must be from 1 to 65535")
            .Validate(options => options.ListenPort is >= 0 and < 65536, "Cluster:ListenPort must be from 1 to 65535, or 0 for that of Cluster:Port")
            .Validate(options => options.ProbeTimeout >= TimeSpan.FromMilliseconds(500) && options.ProbeTimeout <= TimeSpan.FromMinutes(1),
                "Cluster:ProbeTimeout must be from 00:00:00.500 to 00:01:00")
            .Validate(options => options.MissedProbes is >= 1 and <= 10, "Cluster:MissedProbes must be from 1 to 10")
            .Validate(options => options.SessionIdle >= TimeSpan.FromMinutes(2) && options.SessionIdle <= TimeSpan.FromDays(1),
                "Cluster:SessionIdle must be from 00:02:00 to 1.00:00:00")
            .Validate(options => options.DrainDelay >= TimeSpan.Zero && options.DrainDelay <= TimeSpan.FromMinutes(5),
                "Cluster:DrainDelay must be from 00:00:00 to 00:05:00")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClusterNodeOptions>, ClusterTlsCheck>();
        services.AddSingleton<ISchemaPart, ClusterSchema>();
        services.AddSingleton(provider => new ClusterLease(
            provider.GetRequiredService<IDatabaseProvider>().CreateLease(provider, LeaseSharing.Starting),
            provider.GetRequiredService<IDatabaseProvider>().CreateLease(provider, LeaseSharing.Cluster)));
        services.Replace(ServiceDescriptor.Singleton<ISingleNodeLease>(provider => provider.GetRequiredService<ClusterLease>()));
    }

    private static void AddNode(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // First in the list, so that the files, the environment and the command line win.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLogs });
        services.AddHostedService<StartTurn>();
        builder.UseOrleans(silo => SiloSetup.Configure(silo, builder.Configuration));
        services.AddSingleton<AccessNoticeClient>();
        services.AddHostedService<AccessBroadcast>();
        services.AddSingleton<IEventCarrier, EventNoticeClient>();
        services.AddSingleton<EventLinks>();
        services.AddHostedService<EventBroadcast>();
        services.AddSingleton<NodeClient>();
        services.AddHostedService<Drain>();
        var listeners = services.Last(
            service => service.ServiceType == typeof(IConnectionListenerFactory) && service.ImplementationType == typeof(SocketTransportFactory));
        services.Replace(ServiceDescriptor.Singleton<IConnectionListenerFactory>(provider =>
            new PatientListenerFactory((IConnectionListenerFactory)ActivatorUtilities.CreateInstance(provider, listeners.ImplementationType!))));
        services.AddHealthChecks().AddCheck<ClusterHealthCheck>("cluster");
        services.AddSingleton(new TelemetrySource(["Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime"], ["Microsoft.Orleans"]));
        services.AddSingleton<GrainCalls>();
        services.AddSingleton(provider => new LocalRuns(order => provider.GetRequiredService<IUseCases>()
            .SendAsync(order.ToCommand(), CancellationToken.None)));
        services.Replace(ServiceDescriptor.Singleton<IRefreshHolders, SiloRefreshHolders>());
        services.Replace(ServiceDescriptor.Singleton<IToolSessions, GrainToolSessions>());
        services.Replace(ServiceDescriptor.Singleton<IBatchRuns, GrainBatchRuns>());
        services.Replace(ServiceDescriptor.Singleton<IConnectUrlCache, GrainConnectUrls>());
        services.Replace(ServiceDescriptor.Singleton<IEvents, ClusterEvents>());
        services.Replace(ServiceDescriptor.Singleton<ITicketNodes, ClusterTickets>());
        services.Replace(ServiceDescriptor.Singleton<IOtherNodes, ClusterSettings>());
        services.Replace(ServiceDescriptor.Singleton<INodes, ClusterNodes>());
    }
}
