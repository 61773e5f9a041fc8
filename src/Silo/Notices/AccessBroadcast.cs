using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;
using Orleans.Runtime.Services;

namespace ModuleX.Silo.Notices;

/// <summary>
/// Tells every other silo at once what this one has changed of who may do what, and of tool sessions. It makes revocations immediate; what makes them certain
/// is the table of changes, which every silo reads twice a second.
/// </summary>
internal sealed class AccessBroadcast(AccessNotices notices, ISiloStatusOracle silos, AccessNoticeClient client) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        notices.ListenForOwn(Announce, AnnounceSession);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce(IReadOnlyCollection<Guid> subjects)
    {
        Guid[] message = [.. subjects];
        foreach (var silo in Others()) client.Tell(silo, message);
    }

    private void AnnounceSession(ToolSessionChange change)
    {
        foreach (var silo in Others()) client.TellSession(silo, change);
    }

    private IEnumerable<SiloAddress> Others() =>
        silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(silos.SiloAddress));
}

/// <summary>Reaches the services of other silos.</summary>
internal sealed class AccessNoticeClient(IServiceProvider services) : GrainServiceClient<IAccessNoticeService>(services)
{
    public void Tell(SiloAddress silo, Guid[] subjects) => GetGrainService(silo).Tell(subjects).Ignore();

    public void TellSession(SiloAddress silo, ToolSessionChange change) => GetGrainService(silo).TellSession(change.Subject, change.Version).Ignore();
}
