using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Modules;

/// <summary>What a user thinks of a module.</summary>
public sealed class ModuleRating
{
    public const int Lowest = 1;
    public const int Highest = 5;

    public ModuleRating(TenantId tenantId, UserId userId, string module, int stars, DateTimeOffset ratedAt)
    {
        TenantId = tenantId;
        UserId = userId;
        Module = module;
        Stars = stars;
        RatedAt = ratedAt;
    }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public string Module { get; private set; }

    /// <summary>From <see cref="Lowest"/> to <see cref="Highest"/>.</summary>
    public int Stars { get; private set; }

    public DateTimeOffset RatedAt { get; private set; }

    public void Change(int stars, DateTimeOffset now) => (Stars, RatedAt) = (stars, now);
}
