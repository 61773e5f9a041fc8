using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Hosts the real aggregate over a repository, one call after the other: what any host does, without its concurrency.</summary>
internal sealed class ToolSessionsInMemory(IToolSessionRepository repository, ICredentialRefresher refresher, TimeProvider time) : IToolSessions
{
    public async ValueTask<Result<ToolSessionLease>> LeaseAsync(ToolSessionId id, string action, TimeSpan leeway, CancellationToken cancellationToken)
    {
        var session = new ToolSession(await repository.LoadAsync(id, cancellationToken));
        if (session.Lease(action, leeway, time.GetUtcNow()).Failed(out var error, out var decision)) return error;
        return decision.NeedsRefresh ? await RefreshAsync(id, decision.Lease.Credential, wasRejected: false) : decision.Lease;
    }

    public async ValueTask<Result<Done>> ConfirmAsync(ToolSessionLease lease, string action, CancellationToken cancellationToken)
    {
        var session = new ToolSession(await repository.LoadAsync(lease.Session, cancellationToken));
        if (session.Lease(action, TimeSpan.Zero, time.GetUtcNow()).Failed(out var error, out var decision)) return error;
        return decision.Lease.Credential.Id == lease.Credential.Id ? Done.Result : ToolSessionErrors.CredentialReplaced;
    }

    public async Task<Result<ToolSessionLease>> RenewAsync(ToolSessionId id, StoredCredential refused, CancellationToken cancellationToken)
    {
        var held = (await repository.LoadAsync(id, cancellationToken)).Credential;
        return held is not null && held.Id != refused.Id ? new ToolSessionLease(id, held) : await RefreshAsync(id, refused, wasRejected: true);
    }

    public Task<Result<Done>> BeginAuthorizationAsync(ToolSessionId id, PendingAuthorization pending, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.BeginAuthorization(pending, time.GetUtcNow()));

    public Task<Result<PendingAuthorization>> ConsumeAuthorizationAsync(ToolSessionId id, string nonceHash, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.ConsumeAuthorization(nonceHash, time.GetUtcNow()));

    public Task<Result<Done>> ConnectAsync(ToolSessionId id, StoredCredential credential, string? label, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.Connect(credential, time.GetUtcNow(), label));

    public Task<Result<StoredCredential>> DisconnectAsync(ToolSessionId id, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.Disconnect());

    public Task<Result<Done>> ChangeAsync(ToolSessionId id, ConnectionChange change, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.Change(change, time.GetUtcNow()));

    public Task<Result<Done>> SetActiveAsync(ToolSessionId id, bool active, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.SetActive(active));

    public Task<Result<Done>> SetActionEnabledAsync(ToolSessionId id, string action, bool enabled, CancellationToken cancellationToken) =>
        ChangeAsync(id, session => session.SetActionEnabled(action, enabled));

    private async Task<Result<ToolSessionLease>> RefreshAsync(ToolSessionId id, StoredCredential used, bool wasRejected)
    {
        var outcome = await refresher.RefreshAsync(id, used, _ => ValueTask.FromResult<Error?>(null), CancellationToken.None);
        var claim = new RefreshClaim(used.Id, Guid.NewGuid(), "me", time.GetUtcNow());
        return await ChangeAsync(id, session => session.ApplyRefresh(claim, outcome, wasRejected, time.GetUtcNow()));
    }

    private async Task<Result<T>> ChangeAsync<T>(ToolSessionId id, Func<ToolSession, Result<T>> change)
    {
        var stored = await repository.LoadAsync(id, CancellationToken.None);
        var session = new ToolSession(stored);
        var result = change(session);
        return (await repository.SaveAsync(stored, session.Snapshot, CancellationToken.None)).Failed(out var error, out _) ? error : result;
    }
}
