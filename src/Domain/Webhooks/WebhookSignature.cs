using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Webhooks;

/// <summary>
/// Checks that a webhook comes from one who knows the secret of its service, and signs those that ModuleX sends. Everything secret is compared in
/// constant time.
/// </summary>
public static class WebhookSignature
{
    /// <summary>How a secret of Standard Webhooks begins: base64 follows.</summary>
    public const string StandardPrefix = "whsec_";

    private const string StandardVersion = "v1,";
    private const string OwnHeader = "X-Signature";
    private const string Sha256Prefix = "sha256=";

    /// <summary>How far the sender's clock may be from ours, and how long a captured message is of use.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Unauthenticated: no signature, one that is wrong, or one that is too old.</summary>
    /// <param name="form">Null for document 4's own, and Standard Webhooks beside it.</param>
    /// <param name="secret">As it was registered, in UTF-8.</param>
    /// <param name="header">A header's value by its name; null where it was not sent.</param>
    public static Result<Done> Verify(
        ServiceSignature? form, ReadOnlySpan<byte> secret, Func<string, string?> header, ReadOnlySpan<byte> body, DateTimeOffset now) => form switch
    {
        null => VerifyOwn(secret, header, body, now),
        { Scheme: ServiceSignature.GitHub } => VerifyMac(secret, header("X-Hub-Signature-256"), Sha256Prefix, ServiceSignature.Hex, body),
        { Scheme: ServiceSignature.Slack } => VerifySlack(secret, header, body, now),
        { Scheme: ServiceSignature.Stripe } => VerifyStripe(secret, header("Stripe-Signature"), body, now),
        { Scheme: ServiceSignature.StandardWebhooks } => VerifyStandard(secret, header, body, now),
        { Scheme: ServiceSignature.Token } => VerifyToken(secret, header(form.Header!), form.Prefix ?? ""),
        _ => VerifyMac(secret, header(form.Header!), form.Prefix ?? "", form.Encoding!, body),
    };

    /// <summary>The bytes that Standard Webhooks signs with; null where the text behind the prefix is no base64.</summary>
    public static byte[]? StandardKeyOf(ReadOnlySpan<byte> secret)
    {
        var text = Encoding.UTF8.GetString(secret);
        if (!text.StartsWith(StandardPrefix, StringComparison.Ordinal)) return secret.ToArray();
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text[StandardPrefix.Length..], key, out var length) && length > 0 ? key[..length] : null;
    }

    /// <summary>The signature of a message as Standard Webhooks writes it: <c>v1,</c> and base64.</summary>
    /// <param name="time">The <c>webhook-timestamp</c>: seconds since 1970.</param>
    public static string SignStandard(ReadOnlySpan<byte> key, string id, string time, ReadOnlySpan<byte> body) =>
        StandardVersion + Convert.ToBase64String(StandardMacOf(key, id, time, body));

    private static byte[] StandardMacOf(ReadOnlySpan<byte> key, string id, string time, ReadOnlySpan<byte> body) =>
        HMACSHA256.HashData(key, Joined($"{id}.{time}.", body));

    /// <summary>Of two that are sent both must be right: a good one is no excuse for a forged one.</summary>
    private static Result<Done> VerifyOwn(ReadOnlySpan<byte> secret, Func<string, string?> header, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var hasStandard = header("webhook-signature") is not null || header("webhook-timestamp") is not null;
        if (header(OwnHeader) is not { } signature) return hasStandard ? VerifyStandard(secret, header, body, now) : WebhookErrors.SignatureMissing;
        var hex = signature.StartsWith(Sha256Prefix, StringComparison.OrdinalIgnoreCase) ? signature.AsSpan(Sha256Prefix.Length) : signature;
        if (!IsMac(hex, ServiceSignature.Hex, HMACSHA256.HashData(secret, body))) return WebhookErrors.SignatureInvalid;
        return hasStandard ? VerifyStandard(secret, header, body, now) : Done.Result;
    }

    private static Result<Done> VerifyMac(ReadOnlySpan<byte> key, string? sent, string prefix, string encoding, ReadOnlySpan<byte> signed)
    {
        if (sent is null) return WebhookErrors.SignatureMissing;
        var isRight = sent.StartsWith(prefix, StringComparison.Ordinal) && IsMac(sent.AsSpan(prefix.Length), encoding, HMACSHA256.HashData(key, signed));
        return isRight ? Done.Result : WebhookErrors.SignatureInvalid;
    }

    /// <summary>https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
    private static Result<Done> VerifySlack(ReadOnlySpan<byte> secret, Func<string, string?> header, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        const string time = "X-Slack-Request-Timestamp";
        if (header("X-Slack-Signature") is not { } signature) return WebhookErrors.SignatureMissing;
        if (!IsRecent(header(time), now)) return WebhookErrors.TimestampInvalid(time);
        return VerifyMac(secret, signature, "v0=", ServiceSignature.Hex, Joined($"v0:{header(time)}:", body));
    }

    /// <summary>
    /// https://docs.stripe.com/webhooks/signature: <c>t=</c>, and a <c>v1=</c> for each secret that is valid while one is exchanged for another.
    /// </summary>
    private static Result<Done> VerifyStripe(ReadOnlySpan<byte> secret, string? sent, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (sent is null) return WebhookErrors.SignatureMissing;
        var parts = sent.Split(',', StringSplitOptions.TrimEntries);
        var time = parts.FirstOrDefault(part => part.StartsWith("t=", StringComparison.Ordinal))?[2..];
        if (!IsRecent(time, now)) return WebhookErrors.TimestampInvalid("Stripe-Signature");
        return IsOne(parts, "v1=", ServiceSignature.Hex, HMACSHA256.HashData(secret, Joined($"{time}.", body)));
    }

    /// <summary>https://www.standardwebhooks.com: one or more of <c>v1,</c> and base64, with spaces between them.</summary>
    private static Result<Done> VerifyStandard(ReadOnlySpan<byte> secret, Func<string, string?> header, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var (id, time, signatures) = (header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"));
        if (id is null && time is null && signatures is null) return WebhookErrors.SignatureMissing;
        if (id is null || time is null || signatures is null) return WebhookErrors.SignatureInvalid;
        if (!IsRecent(time, now)) return WebhookErrors.TimestampInvalid("webhook-timestamp");
        if (StandardKeyOf(secret) is not { } key) return WebhookErrors.SignatureInvalid;
        var expected = StandardMacOf(key, id, time, body);
        CryptographicOperations.ZeroMemory(key);
        return IsOne(signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries), StandardVersion, ServiceSignature.Base64, expected);
    }

    /// <summary>Hashes are compared, so that the time tells nothing of the secret's length either.</summary>
    private static Result<Done> VerifyToken(ReadOnlySpan<byte> secret, string? sent, string prefix)
    {
        if (sent is null) return WebhookErrors.SignatureMissing;
        if (!sent.StartsWith(prefix, StringComparison.Ordinal)) return WebhookErrors.SignatureInvalid;
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(sent[prefix.Length..]));
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), given) ? Done.Result : WebhookErrors.SignatureInvalid;
    }

    /// <summary>A sender that changes its secret signs with both. All are looked at, even when one fits.</summary>
    private static Result<Done> IsOne(IEnumerable<string> signatures, string prefix, string encoding, byte[] expected)
    {
        var isOne = false;
        foreach (var one in signatures) isOne |= one.StartsWith(prefix, StringComparison.Ordinal) && IsMac(one.AsSpan(prefix.Length), encoding, expected);
        return isOne ? Done.Result : WebhookErrors.SignatureInvalid;
    }

    private static bool IsMac(ReadOnlySpan<char> signature, string encoding, ReadOnlySpan<byte> expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isRead = encoding == ServiceSignature.Base64
            ? Convert.TryFromBase64Chars(signature, given, out var length) && length == given.Length
            : signature.Length == given.Length * 2 && Convert.FromHexString(signature, given, out _, out _) == OperationStatus.Done;
        return isRead && CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private static bool IsRecent(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds;

    private static byte[] Joined(string before, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes(before), .. body];
}
