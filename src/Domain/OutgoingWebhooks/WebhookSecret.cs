using ModuleX.Domain.Webhooks;

namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>What the webhooks of one endpoint are signed with, as Standard Webhooks writes it: <c>whsec_</c> and the key in base64.</summary>
public sealed class WebhookSecret
{
    /// <summary>How many bytes a key has that ModuleX makes; Standard Webhooks allows 24 to 64.</summary>
    public const int KeyLength = 32;

    private readonly byte[] _key;

    /// <param name="key">Random, of 24 to 64 bytes.</param>
    public WebhookSecret(byte[] key)
    {
        if (key.Length is < 24 or > 64) throw new ArgumentException("A key has 24 to 64 bytes.", nameof(key));
        _key = key;
    }

    public ReadOnlyMemory<byte> Key => _key;

    /// <summary>The text that the receiver is given, once.</summary>
    public string Reveal() => WebhookSignature.StandardPrefix + Convert.ToBase64String(_key);

    public override string ToString() => "***";
}
