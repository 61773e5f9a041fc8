using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Configuration;

/// <summary>A change of a tenant's configuration that was made. Written in its transaction, never changed afterwards.</summary>
/// <param name="UserId">Who made it; null where the account is gone.</param>
/// <param name="ProfileId">The profile that was applied; null for none. It may be gone.</param>
/// <param name="ProfileName">What it was called then.</param>
/// <param name="Before">The whole configuration as JSON, in document 5's form.</param>
/// <param name="After">The same after the change.</param>
public sealed record ConfigRecord(
    Guid Id, TenantId TenantId, UserId? UserId, Guid? ProfileId, string? ProfileName, string Before, string After, DateTimeOffset ChangedAt);
