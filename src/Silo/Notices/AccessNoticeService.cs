using ModuleX.Infrastructure.Persistence;
using Orleans.Concurrency;

namespace ModuleX.Silo.Notices;

/// <summary>Hands what other silos say on to what is kept in memory here.</summary>
[Reentrant]
internal sealed class AccessNoticeService(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, AccessNotices notices)
    : GrainService(id, silo, loggers), IAccessNoticeService
{
    public Task Tell(Guid[] subjects)
    {
        foreach (var subject in subjects) notices.Tell(subject);
        return Task.CompletedTask;
    }

    public Task TellSession(Guid subject, long version)
    {
        notices.TellOfSession(new(subject, version));
        return Task.CompletedTask;
    }
}
