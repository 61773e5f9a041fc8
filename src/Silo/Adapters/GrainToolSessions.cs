using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Silo.Grains;

namespace ModuleX.Silo.Adapters;

/// <summary>
/// Hosts sessions as grains, which alone change and refresh them: each is on one silo of the cluster, whichever node is asked. What a run needs is read from
/// the row, and kept near: a warm run asks no other silo. A session that others change is read again.
/// </summary>
internal sealed class GrainToolSessions(
    IGrainFactory grains, GrainCalls calls, ToolSessionCache near, ToolSessionLeases leases, AccessNotices notices) : IToolSessions
{
    public async ValueTask<Result<ToolSessionLease>> LeaseAsync(ToolSessionId id, string action, TimeSpan leeway, CancellationToken cancellationToken)
    {
        var hosted = near.Find(id) ?? await near.GetAsync(id, cancellationToken);
        if ((await leases.DecideAsync(hosted, action, leeway, cancellationToken)).Failed(out var error, out var decision)) return error;
        return decision.NeedsRefresh ? await ChangeAsync(id, grain => grain.Lease(id, action, leeway), cancellationToken) : decision.Lease;
    }

    public async ValueTask<Result<Done>> ConfirmAsync(ToolSessionLease lease, string action, CancellationToken cancellationToken)
    {
        var hosted = near.Find(lease.Session) ?? await near.GetAsync(lease.Session, cancellationToken);
        return await leases.ConfirmAsync(hosted, lease.Credential, action, cancellationToken);
    }

    public Task<Result<ToolSessionLease>> RenewAsync(ToolSessionId id, StoredCredential refused, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.Renew(id, refused), cancellationToken);

    public Task<Result<Done>> BeginAuthorizationAsync(ToolSessionId id, PendingAuthorization pending, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.BeginAuthorization(id, pending), cancellationToken);

    // Asked again where the silo was lost: the worst is that it was consumed there, and the person starts again.
    public Task<Result<PendingAuthorization>> ConsumeAuthorizationAsync(ToolSessionId id, string nonceHash, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.ConsumeAuthorization(id, nonceHash), cancellationToken);

    public Task<Result<Done>> ConnectAsync(ToolSessionId id, StoredCredential credential, string? label, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.Connect(id, credential, label), cancellationToken);

    public Task<Result<StoredCredential>> DisconnectAsync(ToolSessionId id, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.Disconnect(id), cancellationToken);

    public Task<Result<Done>> ChangeAsync(ToolSessionId id, ConnectionChange change, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.Change(id, change), cancellationToken);

    public Task<Result<Done>> SetActiveAsync(ToolSessionId id, bool active, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.SetActive(id, active), cancellationToken);

    public Task<Result<Done>> SetActionEnabledAsync(ToolSessionId id, string action, bool enabled, CancellationToken cancellationToken) =>
        ChangeAsync(id, grain => grain.SetActionEnabled(id, action, enabled), cancellationToken);

    /// <summary>The caller's next request to this node sees the change, whichever silo made it: word of it may come after the answer.</summary>
    private async Task<Result<T>> ChangeAsync<T>(ToolSessionId id, Func<IToolSessionGrain, Task<Result<T>>> change, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<IToolSessionGrain>(ToolSessionKeys.Of(id));
        var outcome = await calls.AskAsync(() => change(grain), cancellationToken);
        notices.TellOfSession(new(ToolSessionSubject.Of(id), ToolSessionChange.Unknown));
        return outcome;
    }
}
