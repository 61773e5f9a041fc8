using ModuleX.Application.Configuration;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Events;
using ModuleX.Infrastructure.Operations;
using ModuleX.Silo.Hosting;
using ModuleX.Silo.Messages;
using Orleans.Concurrency;
using Orleans.Runtime.Services;

namespace ModuleX.Silo.Nodes;

/// <summary>Does for other silos what only this one can do.</summary>
[Reentrant]
internal sealed class NodeService(
    GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, IssuedTickets tickets, ISettingsFile settings, ILogger<NodeService> logger)
    : GrainService(id, silo, loggers), INodeService
{
    public Task<Result<SocketTicketMessage>> TakeTicket(string hash) => Task.FromResult<Result<SocketTicketMessage>>(
        tickets.TakeOwn(hash) is { } ticket
            ? new SocketTicketMessage { Tenant = ticket.Tenant.Value, Session = ticket.Session.Value }
            : ClusterErrors.TicketUnknown);

    public async Task<Result<Done>> ReloadSettings()
    {
        if ((await settings.ReloadAsync(CancellationToken.None)).Failed(out var error, out var file)) return error;
        logger.LogInformation("The settings were read again from {Source}, as another node was told to", file.Source);
        return Done.Result;
    }

    public Task<Result<string>> Version() => Task.FromResult<Result<string>>(OwnNode.Version);
}

/// <summary>Reaches the services of other silos.</summary>
internal sealed class NodeClient(IServiceProvider services) : GrainServiceClient<INodeService>(services)
{
    public Task<Result<SocketTicketMessage>> TakeTicketAsync(SiloAddress silo, string hash) => GetGrainService(silo).TakeTicket(hash);

    public Task<Result<Done>> ReloadSettingsAsync(SiloAddress silo) => GetGrainService(silo).ReloadSettings();

    public Task<Result<string>> VersionAsync(SiloAddress silo) => GetGrainService(silo).Version();
}
