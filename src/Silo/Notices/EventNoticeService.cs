using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Events;
using ModuleX.Silo.Hosting;
using ModuleX.Silo.Messages;
using Orleans.Concurrency;
using Orleans.Runtime.Services;

namespace ModuleX.Silo.Notices;

/// <summary>Hands the events of other silos to those who watch on this one, and keeps who watches there.</summary>
[Reentrant]
internal sealed class EventNoticeService(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, EventHub hub, EventLinks links)
    : GrainService(id, silo, loggers), IEventNoticeService
{
    public Task<Result<Done>> Hear(EventMessage[] happened)
    {
        foreach (var message in happened)
        {
            // Only to the sockets of this silo: the sender tells all others itself.
            if (message.ToEvent() is { } known) hub.Publish(known);
        }
        return Done.Task;
    }

    public Task<Result<Done>> TellAudience(SiloAddress sender, AudienceMessage audience)
    {
        if (links.Find(sender) is not { } link) return Task.FromResult<Result<Done>>(ClusterErrors.NodeUnknown);
        link.Audience.Take(audience);
        return Task.FromResult(Done.Result);
    }
}

/// <summary>Reaches the services of other silos.</summary>
internal sealed class EventNoticeClient(IServiceProvider services, ILocalSiloDetails own) : GrainServiceClient<IEventNoticeService>(services), IEventCarrier
{
    public Task<Result<Done>> HearAsync(SiloAddress silo, EventMessage[] happened) => GetGrainService(silo).Hear(happened);

    public Task<Result<Done>> TellAudienceAsync(SiloAddress silo, AudienceMessage audience) =>
        GetGrainService(silo).TellAudience(own.SiloAddress, audience);
}
