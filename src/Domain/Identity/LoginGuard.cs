using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Identity;

/// <summary>
/// Counts failed logins by e-mail address, whether or not there is such an account: a lock that only real accounts had would tell which are real.
/// </summary>
public sealed class LoginGuard
{
    /// <summary>How many failures in a row lock.</summary>
    public const int MaximumFailures = 5;

    /// <summary>How long a lock lasts, and after how long without a failure the count begins anew.</summary>
    public static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(15);

    public LoginGuard(TenantId tenantId, string nameHash)
    {
        TenantId = tenantId;
        NameHash = nameHash;
    }

    public TenantId TenantId { get; private set; }

    /// <summary>The SHA-256 of the name's key: people type passwords into the wrong field, and those must not be stored.</summary>
    public string NameHash { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset LastFailureAt { get; private set; }

    /// <summary>Null where nothing is locked; may lie in the past.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    public static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NameKey.Of(name))));

    /// <summary>How long the lock still lasts; null where there is none.</summary>
    public TimeSpan? RemainingAt(DateTimeOffset now) => LockedUntil is { } end && end > now ? end - now : null;

    /// <summary>Counts one more failure. True when this one locks.</summary>
    public bool Fail(DateTimeOffset now)
    {
        if (now - LastFailureAt > LockDuration || LockedUntil <= now) (Failures, LockedUntil) = (0, null);
        Failures++;
        LastFailureAt = now;
        if (Failures < MaximumFailures) return false;
        LockedUntil = now + LockDuration;
        return true;
    }
}
