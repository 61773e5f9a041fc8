using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Knows which accounts of a tool an owner has: from memory on the way of a run, and never more than a second behind a change.</summary>
public interface IAccounts
{
    /// <summary>In no order; those of which nothing is connected are among them.</summary>
    ValueTask<IReadOnlyList<Account>> ListAsync(TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken);
}
