using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Hands out leases of hosted sessions, and refreshes first where that is needed: the same steps in this process and in a grain.</summary>
internal sealed class ToolSessionLeases(CredentialRefreshes refreshes, TimeProvider time)
{
    public async ValueTask<Result<ToolSessionLease>> LeaseAsync(HostedToolSession hosted, string action, TimeSpan leeway, CancellationToken cancellationToken)
    {
        if ((await DecideAsync(hosted, action, leeway, cancellationToken)).Failed(out var error, out var decision)) return error;
        return decision.NeedsRefresh ? await LeaseRefreshedAsync(hosted, decision.Lease.Credential, cancellationToken) : decision.Lease;
    }

    /// <summary>Whether there is a lease, by what is in memory; a refresh that it needs is left to the caller.</summary>
    public async ValueTask<Result<LeaseDecision>> DecideAsync(HostedToolSession hosted, string action, TimeSpan leeway, CancellationToken cancellationToken)
    {
        await hosted.CatchUpAsync(cancellationToken);
        var decided = hosted.Session.Lease(action, leeway, time.GetUtcNow());
        if (decided.Failed(out var error, out var decision) || !decision.NeedsRefresh) ToolSessionTelemetry.Leased(hosted.Session.Id.Tool, error);
        return decided;
    }

    /// <summary>Whether a lease still holds, asked right before it is used: a run may have waited, and a process may have been hung.</summary>
    public async ValueTask<Result<Done>> ConfirmAsync(HostedToolSession hosted, StoredCredential leased, string action, CancellationToken cancellationToken)
    {
        await hosted.CatchUpAsync(cancellationToken);
        if (hosted.Session.Lease(action, TimeSpan.Zero, time.GetUtcNow()).Failed(out var error, out var decision)) return error;
        return decision.Lease.Credential.Id == leased.Id ? Done.Result : ToolSessionErrors.CredentialReplaced;
    }

    /// <summary>The service refused this credential.</summary>
    public async Task<Result<ToolSessionLease>> RenewAsync(HostedToolSession hosted, StoredCredential refused, CancellationToken cancellationToken)
    {
        await hosted.CatchUpAsync(cancellationToken);
        return await refreshes.RefreshAsync(hosted, refused, wasRejected: true, cancellationToken);
    }

    private async Task<Result<ToolSessionLease>> LeaseRefreshedAsync(HostedToolSession hosted, StoredCredential used, CancellationToken cancellationToken)
    {
        var outcome = await refreshes.RefreshAsync(hosted, used, wasRejected: false, cancellationToken);
        ToolSessionTelemetry.Leased(hosted.Session.Id.Tool, outcome.Error);
        return outcome;
    }
}
