using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Silo.Messages;
using Orleans.Concurrency;

namespace ModuleX.Silo.Grains;

/// <summary>
/// Hosts one <see cref="ToolSession"/> the way the embedded server does: every rule is the aggregate's, the one writer at a time and the one refresh are
/// <see cref="HostedToolSession"/>'s. So turns may interleave: two hundred leases wait for one refresh, and those that need none wait for nothing.
/// </summary>
[Reentrant]
internal sealed class ToolSessionGrain(
    IToolSessionRepository repository, ToolSessionChanges changes, ToolSessionMemory memory, ToolSessionLeases leases, TimeProvider time)
    : Grain, IToolSessionGrain
{
    private readonly SessionConnectUrl _connectUrl = new(time);
    private Task<HostedToolSession>? _session;

    public async Task<Result<ToolSessionLease>> Lease(ToolSessionId id, string action, TimeSpan leeway) =>
        await leases.LeaseAsync(await SessionAsync(id), action, leeway, CancellationToken.None);

    public async Task<Result<ToolSessionLease>> Renew(ToolSessionId id, StoredCredential refused) =>
        await leases.RenewAsync(await SessionAsync(id), refused, CancellationToken.None);

    public Task<Result<Done>> BeginAuthorization(ToolSessionId id, PendingAuthorization pending) =>
        ChangeAsync(id, session => session.BeginAuthorization(pending, time.GetUtcNow()));

    public Task<Result<PendingAuthorization>> ConsumeAuthorization(ToolSessionId id, string nonceHash)
    {
        _connectUrl.Forget();
        return ChangeAsync(id, session => session.ConsumeAuthorization(nonceHash, time.GetUtcNow()));
    }

    public Task<Result<Done>> Connect(ToolSessionId id, StoredCredential credential, string? label) =>
        _connectUrl.ForgetAfterAsync(ChangeAsync(id, session => session.Connect(credential, time.GetUtcNow(), label)));

    public Task<Result<Done>> Change(ToolSessionId id, ConnectionChange change) => ChangeAsync(id, session => session.Change(change, time.GetUtcNow()));

    public Task<Result<StoredCredential>> Disconnect(ToolSessionId id) =>
        _connectUrl.ForgetAfterAsync(ChangeAsync(id, session => session.Disconnect()));

    public Task<Result<ConnectUrlMessage>> FindConnectUrl(Guid? credential) => _connectUrl.FindAsync(credential);

    public Task<Result<Done>> KeepConnectUrl(ConnectUrlMessage begun) => Task.FromResult(_connectUrl.Keep(begun));

    public Task<Result<Done>> SetActive(ToolSessionId id, bool active) => ChangeAsync(id, session => session.SetActive(active));

    public Task<Result<Done>> SetActionEnabled(ToolSessionId id, string action, bool enabled) =>
        ChangeAsync(id, session => session.SetActionEnabled(action, enabled));

    private async Task<Result<T>> ChangeAsync<T>(ToolSessionId id, Func<ToolSession, Result<T>> change) =>
        await (await SessionAsync(id)).ChangeAsync(change, CancellationToken.None);

    /// <summary>
    /// Read at the first call, not at activation: there a database that is down would be an exception on another silo, here it is a failure like
    /// others.
    /// </summary>
    private async Task<HostedToolSession> SessionAsync(ToolSessionId id)
    {
        if (_session is null or { IsFaulted: true }) _session = HostedToolSession.LoadAsync(id, repository, changes, memory);
        return await _session;
    }
}
