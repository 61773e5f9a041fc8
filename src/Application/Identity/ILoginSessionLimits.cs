using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Knows how long login sessions may be left alone: from memory, and never more than a second behind a change.</summary>
public interface ILoginSessionLimits
{
    /// <summary>Null where the tenant has set no limit: then a session lasts as long as its refresh token.</summary>
    ValueTask<TimeSpan?> FindIdleLimitAsync(TenantId tenant, CancellationToken cancellationToken);
}
