using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Configuration;

/// <summary>What a user has told frontends to remember.</summary>
public sealed class UserPreferences(TenantId tenantId, UserId userId, string values, DateTimeOffset updatedAt)
{
    public const int MaximumKeys = 100;
    public const int MaximumKeyLength = 100;

    /// <summary>Of all keys and values together, as JSON in UTF-8.</summary>
    public const int MaximumBytes = 16 * 1024;

    public TenantId TenantId { get; private set; } = tenantId;

    public UserId UserId { get; private set; } = userId;

    /// <summary>A JSON object.</summary>
    public string Values { get; private set; } = values;

    public DateTimeOffset UpdatedAt { get; private set; } = updatedAt;

    public void Replace(string values, DateTimeOffset now) => (Values, UpdatedAt) = (values, now);
}
