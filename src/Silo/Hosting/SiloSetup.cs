using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Silo.Grains;
using ModuleX.Silo.Nodes;
using ModuleX.Silo.Notices;
using Orleans.Configuration;

namespace ModuleX.Silo.Hosting;

/// <summary>Sets Orleans up by ModuleX's own settings.</summary>
internal static class SiloSetup
{
    public static void Configure(ISiloBuilder silo, IConfiguration settings)
    {
        var services = silo.Services;
        services.AddOptions<ClusterOptions>()
            .Configure<IOptions<ClusterNodeOptions>>((orleans, node) => (orleans.ClusterId, orleans.ServiceId) = (node.Value.ClusterId, "modulex"));
        services.AddOptions<EndpointOptions>().Configure<IOptions<ClusterNodeOptions>>(SetEndpoint);
        services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<ClusterNodeOptions>>((orleans, node) =>
        {
            // A longer second limit would withhold this node's vote on a silo that hangs, from which no connection is reset.
            (orleans.ProbeTimeout, orleans.MaxProbeTimeout, orleans.NumMissedProbesLimit) =
                (node.Value.ProbeTimeout, node.Value.ProbeTimeout, node.Value.MissedProbes);
            // A silo that speaks and hears nothing would live on, and all that is asked of its sessions would wait in vain (dotnet/orleans#9978).
            orleans.EnableConnectionLivenessCheck = false;
        });
        services.AddOptions<GrainCollectionOptions>().Configure<IOptions<ClusterNodeOptions>>((orleans, node) =>
            orleans.ClassSpecificCollectionAge[typeof(ToolSessionGrain).FullName!] = node.Value.SessionIdle);
        silo.AddActivityPropagation();
        silo.AddIncomingGrainCallFilter<FailureFilter>();
        silo.AddGrainService<AccessNoticeService>();
        silo.AddGrainService<EventNoticeService>();
        silo.AddGrainService<NodeService>();
        var node = settings.GetSection(ClusterNodeOptions.Section).Get<ClusterNodeOptions>() ?? new();
        ClusterTls.Use(silo, node);
        if (node.IsLocalhost) silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, node.PrimaryPort));
        else UseDatabase(silo);
    }

    private static void UseDatabase(ISiloBuilder silo)
    {
        silo.UseAdoNetClustering(options => options.Configure<IOptions<DatabaseOptions>>((orleans, database) =>
            (orleans.Invariant, orleans.ConnectionString) = (InvariantOf(database.Value), database.Value.ConnectionString!)));
        silo.UseAdoNetReminderService(options => options.Configure<IOptions<DatabaseOptions>>((orleans, database) =>
            (orleans.Invariant, orleans.ConnectionString) = (InvariantOf(database.Value), database.Value.ConnectionString!)));
    }

    /// <summary>No gateway: only the nodes themselves speak to grains.</summary>
    private static void SetEndpoint(EndpointOptions orleans, IOptions<ClusterNodeOptions> options)
    {
        var node = options.Value;
        (orleans.SiloPort, orleans.GatewayPort) = (node.Port, 0);
        if (node.IsLocalhost) orleans.AdvertisedIPAddress = IPAddress.Loopback;
        else if (node.Address.Length > 0) orleans.AdvertisedIPAddress = IPAddress.Parse(node.Address);
        if (node.ListenPort == 0) return;
        var all = orleans.AdvertisedIPAddress is { AddressFamily: AddressFamily.InterNetworkV6 } ? IPAddress.IPv6Any : IPAddress.Any;
        orleans.SiloListeningEndpoint = new IPEndPoint(node.IsLocalhost ? IPAddress.Loopback : all, node.ListenPort);
    }

    /// <summary>Orleans' names for the drivers.</summary>
    private static string InvariantOf(DatabaseOptions database) => database.ProviderWord switch
    {
        DatabaseOptions.PostgreSql => "Npgsql",
        _ => "Microsoft.Data.SqlClient",
    };
}
