using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Hosts the sessions of a single node: each in memory once, one writer at a time, written through.</summary>
internal sealed class InProcessToolSessions(ToolSessionCache cache, ToolSessionLeases leases, TimeProvider time) : IToolSessions
{
    public async ValueTask<Result<ToolSessionLease>> LeaseAsync(ToolSessionId id, string action, TimeSpan leeway, CancellationToken cancellationToken)
    {
        var hosted = cache.Find(id) ?? await cache.GetAsync(id, cancellationToken);
        return await leases.LeaseAsync(hosted, action, leeway, cancellationToken);
    }

    public async ValueTask<Result<Done>> ConfirmAsync(ToolSessionLease lease, string action, CancellationToken cancellationToken)
    {
        var hosted = cache.Find(lease.Session) ?? await cache.GetAsync(lease.Session, cancellationToken);
        return await leases.ConfirmAsync(hosted, lease.Credential, action, cancellationToken);
    }

    public async Task<Result<ToolSessionLease>> RenewAsync(ToolSessionId id, StoredCredential refused, CancellationToken cancellationToken)
    {
        var hosted = await cache.GetAsync(id, cancellationToken);
        return await leases.RenewAsync(hosted, refused, cancellationToken);
    }

    public Task<Result<Done>> BeginAuthorizationAsync(ToolSessionId id, PendingAuthorization pending, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.BeginAuthorization(pending, time.GetUtcNow()), cancellationToken);

    public Task<Result<PendingAuthorization>> ConsumeAuthorizationAsync(ToolSessionId id, string nonceHash, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.ConsumeAuthorization(nonceHash, time.GetUtcNow()), cancellationToken);

    public Task<Result<Done>> ConnectAsync(ToolSessionId id, StoredCredential credential, string? label, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.Connect(credential, time.GetUtcNow(), label), cancellationToken);

    public Task<Result<Done>> ChangeAsync(ToolSessionId id, ConnectionChange change, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.Change(change, time.GetUtcNow()), cancellationToken);

    public Task<Result<StoredCredential>> DisconnectAsync(ToolSessionId id, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.Disconnect(), cancellationToken);

    public Task<Result<Done>> SetActiveAsync(ToolSessionId id, bool active, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.SetActive(active), cancellationToken);

    public Task<Result<Done>> SetActionEnabledAsync(ToolSessionId id, string action, bool enabled, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.SetActionEnabled(action, enabled), cancellationToken);

    private async Task<Result<T>> ChangeAsync<T>(ToolSessionId id, Func<ToolSession, Result<T>> change, CancellationToken cancellationToken) =>
        await (await cache.GetAsync(id, cancellationToken)).ChangeAsync(change, cancellationToken);
}
