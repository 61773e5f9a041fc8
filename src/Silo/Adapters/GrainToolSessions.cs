using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Silo.Grains;

namespace ModuleX.Silo.Adapters;

/// <summary>Hosts sessions as grains: each is in the memory of one silo of the cluster, whichever node is asked.</summary>
internal sealed class GrainToolSessions(IGrainFactory grains, GrainCalls calls) : IToolSessions
{
    public async ValueTask<Result<ToolSessionLease>> LeaseAsync(ToolSessionId id, string action, TimeSpan leeway, CancellationToken cancellationToken) =>
        await calls.AskAsync(() => Of(id).Lease(id, action, leeway), cancellationToken);

    public Task<Result<ToolSessionLease>> RenewAsync(ToolSessionId id, StoredCredential refused, CancellationToken cancellationToken) =>
        calls.AskAsync(() => Of(id).Renew(id, refused), cancellationToken);

    public Task<Result<Done>> BeginAuthorizationAsync(ToolSessionId id, PendingAuthorization pending, CancellationToken cancellationToken) =>
        calls.AskAsync(() => Of(id).BeginAuthorization(id, pending), cancellationToken);

    // Asked again where the silo was lost: the worst is that it was consumed there, and the person starts again.
    public Task<Result<PendingAuthorization>> ConsumeAuthorizationAsync(ToolSessionId id, string nonceHash, CancellationToken cancellationToken) =>
        calls.AskAsync(() => Of(id).ConsumeAuthorization(id, nonceHash), cancellationToken);

    public Task<Result<Done>> ConnectAsync(ToolSessionId id, StoredCredential credential, CancellationToken cancellationToken) =>
        calls.AskAsync(() => Of(id).Connect(id, credential), cancellationToken);

    public Task<Result<StoredCredential>> DisconnectAsync(ToolSessionId id, CancellationToken cancellationToken) =>
        calls.AskAsync(() => Of(id).Disconnect(id), cancellationToken);

    public Task<Result<Done>> SetActiveAsync(ToolSessionId id, bool active, CancellationToken cancellationToken) =>
        calls.AskAsync(() => Of(id).SetActive(id, active), cancellationToken);

    public Task<Result<Done>> SetActionEnabledAsync(ToolSessionId id, string action, bool enabled, CancellationToken cancellationToken) =>
        calls.AskAsync(() => Of(id).SetActionEnabled(id, action, enabled), cancellationToken);

    private IToolSessionGrain Of(ToolSessionId id) => grains.GetGrain<IToolSessionGrain>(ToolSessionKeys.Of(id));
}
