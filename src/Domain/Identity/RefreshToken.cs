using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Identity;

/// <summary>
/// A refresh token by its hash. Used ones are kept as long as they would have lasted: who comes with one has stolen it, or has been
/// stolen from (RFC 9700, section 4.14).
/// </summary>
public sealed class RefreshToken
{
    /// <summary>What every refresh token starts with, so that secret scanners find it.</summary>
    public const string Marker = "mxr_";

    private const int RandomBytes = 32;

    public RefreshToken(string hash, TenantId tenantId, LoginSessionId sessionId, DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        Hash = hash;
        TenantId = tenantId;
        SessionId = sessionId;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>The SHA-256 of the token in lower-case hex. It has 256 random bits, so a slow hash would add nothing.</summary>
    public string Hash { get; private set; }

    public TenantId TenantId { get; private set; }

    public LoginSessionId SessionId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Null while it may be used.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>The text of a new token.</summary>
    /// <param name="random">32 random bytes.</param>
    public static string TextOf(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(random.Length, RandomBytes);
        return Marker + Base64Url.EncodeToString(random);
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
