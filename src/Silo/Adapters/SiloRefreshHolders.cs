using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Silo.Adapters;

/// <summary>
/// Silos as holders of claims. One is gone when the membership says that it is dead and its claim has ended: a silo that hangs is declared dead soon, and may
/// still hold an answer that it stores when it goes on.
/// </summary>
internal sealed class SiloRefreshHolders(ILocalSiloDetails silo, ISiloStatusOracle silos, DatabaseClock clock) : IRefreshHolders
{
    public string Own { get; } = silo.SiloAddress.ToParsableString();

    public bool IsGone(RefreshClaim claim)
    {
        // No silo's address: an embedded server's claim from before. Its lock shows that it has ended.
        if (!claim.Holder.Contains('@', StringComparison.Ordinal)) return true;
        return claim.Until + ClusterClock.LargestDifference < clock.UtcNow
            && silos.GetApproximateSiloStatus(SiloAddress.FromParsableString(claim.Holder)) is SiloStatus.Dead or SiloStatus.None;
    }
}
