using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Webhooks;

/// <summary>The headers by which a sender shows that it knows the secret. Null for what was not sent.</summary>
/// <param name="Signature"><c>X-Signature</c>: HMAC-SHA256 of the body in hex, maybe with <c>sha256=</c> in front.</param>
/// <param name="StandardId"><c>webhook-id</c> of Standard Webhooks, as the other two.</param>
/// <param name="StandardTimestamp">Seconds since 1970.</param>
/// <param name="StandardSignature">One or more of <c>v1,</c> and base64, with spaces between them: a sender that changes its secret signs with both.</param>
public sealed record WebhookProof(string? Signature, string? StandardId, string? StandardTimestamp, string? StandardSignature)
{
    public bool HasStandard => StandardSignature is not null || StandardTimestamp is not null;
}

/// <summary>Checks the signature of a webhook: document 4's own, and that of Standard Webhooks (https://www.standardwebhooks.com).</summary>
public static class WebhookSignature
{
    /// <summary>How a secret of Standard Webhooks begins: base64 follows.</summary>
    public const string StandardPrefix = "whsec_";

    private const string HexPrefix = "sha256=";
    private const string Version = "v1,";

    /// <summary>How far the sender's clock may be from ours, and how long a message that somebody has caught is of use.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Unauthenticated: no signature, or one that is wrong. Of two that are sent both must be right: a good one is no excuse for a forged one.</summary>
    /// <param name="secret">As it was registered, in UTF-8.</param>
    public static Result<Done> Verify(ReadOnlySpan<byte> secret, WebhookProof proof, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (proof.Signature is null && !proof.HasStandard) return WebhookErrors.SignatureMissing;
        if (proof.Signature is { } signature && !IsOf(secret, signature, body)) return WebhookErrors.SignatureInvalid;
        return proof.HasStandard ? VerifyStandard(secret, proof, body, now) : Done.Result;
    }

    /// <summary>The bytes that Standard Webhooks signs with; null where the text behind the prefix is no base64.</summary>
    public static byte[]? StandardKeyOf(ReadOnlySpan<byte> secret)
    {
        var text = Encoding.UTF8.GetString(secret);
        if (!text.StartsWith(StandardPrefix, StringComparison.Ordinal)) return secret.ToArray();
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text[StandardPrefix.Length..], key, out var length) && length > 0 ? key[..length] : null;
    }

    private static bool IsOf(ReadOnlySpan<byte> secret, string signature, ReadOnlySpan<byte> body)
    {
        var hex = signature.StartsWith(HexPrefix, StringComparison.OrdinalIgnoreCase) ? signature.AsSpan(HexPrefix.Length) : signature;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (hex.Length != given.Length * 2 || Convert.FromHexString(hex, given, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private static Result<Done> VerifyStandard(ReadOnlySpan<byte> secret, WebhookProof proof, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (proof is not { StandardId: { } id, StandardTimestamp: { } timestamp, StandardSignature: { } signatures }) return WebhookErrors.SignatureInvalid;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return WebhookErrors.TimestampInvalid;
        if (Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)Tolerance.TotalSeconds) return WebhookErrors.TimestampInvalid;
        if (StandardKeyOf(secret) is not { } key) return WebhookErrors.SignatureInvalid;
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = HMACSHA256.HashData(key, signed);
        CryptographicOperations.ZeroMemory(key);
        // All are looked at, whichever fits.
        var isOne = false;
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries)) isOne |= IsOne(signature, expected);
        return isOne ? Done.Result : WebhookErrors.SignatureInvalid;
    }

    private static bool IsOne(string signature, ReadOnlySpan<byte> expected)
    {
        if (!signature.StartsWith(Version, StringComparison.Ordinal)) return false;
        var given = new byte[signature.Length];
        return Convert.TryFromBase64String(signature[Version.Length..], given, out var length) && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, length), expected);
    }
}
