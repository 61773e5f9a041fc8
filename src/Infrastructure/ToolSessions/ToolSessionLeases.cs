using ModuleX.Application.Identity;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Hands out leases of hosted sessions, and refreshes first where that is needed: the same steps in this process and in a grain.</summary>
internal sealed class ToolSessionLeases(ICredentialRefresher refresher, IRevocationQueue revocations, ISecurityLog securityLog, TimeProvider time)
{
    public async ValueTask<Result<ToolSessionLease>> LeaseAsync(HostedToolSession hosted, string action, TimeSpan leeway, CancellationToken cancellationToken)
    {
        await hosted.CatchUpAsync();
        if (hosted.Session.Lease(action, leeway, time.GetUtcNow()).Failed(out var error, out var decision))
        {
            ToolSessionTelemetry.Leased(hosted.Session.Id.Tool, error);
            return error;
        }
        if (decision.NeedsRefresh) return await LeaseRefreshedAsync(hosted, decision.Lease.Credential, cancellationToken);
        ToolSessionTelemetry.Leased(hosted.Session.Id.Tool, null);
        return decision.Lease;
    }

    /// <summary>The service refused this credential.</summary>
    public async Task<Result<ToolSessionLease>> RenewAsync(HostedToolSession hosted, StoredCredential refused, CancellationToken cancellationToken)
    {
        await hosted.CatchUpAsync();
        return await RefreshAsync(hosted, refused, wasRejected: true, cancellationToken);
    }

    private async Task<Result<ToolSessionLease>> LeaseRefreshedAsync(HostedToolSession hosted, StoredCredential used, CancellationToken cancellationToken)
    {
        var outcome = await RefreshAsync(hosted, used, wasRejected: false, cancellationToken);
        ToolSessionTelemetry.Leased(hosted.Session.Id.Tool, outcome.Error);
        return outcome;
    }

    private async Task<Result<ToolSessionLease>> RefreshAsync(
        HostedToolSession hosted, StoredCredential used, bool wasRejected, CancellationToken cancellationToken)
    {
        var refresh = hosted.RefreshOnceAsync(used, async () =>
        {
            using var span = ToolSessionTelemetry.StartRefresh(hosted.Session.Id.Tool);
            var started = time.GetTimestamp();
            // Not the caller's token: others wait for the same refresh, and a rotated refresh token that is not stored is lost.
            var outcome = await refresher.RefreshAsync(hosted.Session.Id, used, CancellationToken.None);
            var applied = await hosted.ChangeAsync(
                session => session.ApplyRefresh(used.Id, outcome, wasRejected, time.GetUtcNow()), CancellationToken.None);
            // The owner has gone or disconnected meanwhile: no session holds the new tokens, so they are to end.
            if (!outcome.Failed(out _, out var renewed) && hosted.Session.Snapshot.Credential?.Id != renewed.Id)
                await revocations.AddAsync(hosted.Session.Id, renewed, CancellationToken.None);
            ToolSessionTelemetry.EndRefresh(span, hosted.Session.Id.Tool, time.GetElapsedTime(started), applied.Error);
            if (applied.Error?.Code == ToolSessionErrors.NeedsReconnectCode) securityLog.CredentialRejected(hosted.Session.Id);
            return applied;
        });
        return await refresh.WaitAsync(cancellationToken);
    }
}
