namespace ModuleX.Domain.Webhooks;

/// <summary>
/// How a service shows that a webhook is its own, and where its webhooks say what happened. Services without one sign as document 4 or Standard Webhooks say.
/// </summary>
/// <param name="Scheme">Of <see cref="All"/>.</param>
/// <param name="Header">Where the signature or the token is; only of <see cref="Hmac"/> and <see cref="Token"/>.</param>
/// <param name="Prefix">What stands before the signature or the token there; only of the same two, null for nothing.</param>
/// <param name="Encoding">Of <see cref="Encodings"/>; only of <see cref="Hmac"/>.</param>
/// <param name="Event">Where the type of the event is: a header's name, or a JSONPath into the body. Null for the scheme's own place.</param>
/// <param name="Delivery">Where the id of the delivery is, in the same form. Null for the scheme's own place.</param>
public sealed record ServiceSignature(
    string Scheme, string? Header = null, string? Prefix = null, string? Encoding = null, string? Event = null, string? Delivery = null)
{
    /// <summary>As document 4 or Standard Webhooks say; never stored.</summary>
    public const string Default = "default";

    public const string Hmac = "hmac-sha256";
    public const string GitHub = "github";
    public const string Slack = "slack";
    public const string Stripe = "stripe";
    public const string StandardWebhooks = "standard-webhooks";

    /// <summary>The secret itself stands in a header.</summary>
    public const string Token = "token";

    public const string Hex = "hex";
    public const string Base64 = "base64";

    private const string OwnEvent = "X-Event-Type";
    private const string StandardId = "webhook-id";

    private static readonly string[] OwnDelivery = ["X-Delivery-Id", "X-Webhook-Id"];

    public static IReadOnlyList<string> All { get; } = [Default, Hmac, GitHub, Slack, Stripe, StandardWebhooks, Token];

    public static IReadOnlyList<string> Encodings { get; } = [Hex, Base64];

    /// <summary>Whether the sender says itself where the signature is.</summary>
    public bool HasHeader => Scheme is Hmac or Token;

    /// <summary>Where the type of the event may be, the best place first: header names and JSONPaths.</summary>
    /// <param name="signature">Null for a service that names none.</param>
    public static IReadOnlyList<string> EventPlaces(ServiceSignature? signature) => signature switch
    {
        { Event: { } place } => [place],
        { Scheme: GitHub } => ["X-GitHub-Event"],
        // The outer type of most events is event_callback; the event inside has the type that applications subscribe to.
        { Scheme: Slack } => ["$.event.type", "$.type"],
        // Only the body is signed: an attacker could have added a header.
        { Scheme: Stripe or StandardWebhooks } => ["$.type"],
        _ => [OwnEvent],
    };

    /// <summary>Where the id of the delivery may be, the best place first.</summary>
    /// <param name="signature">Null for a service that names none.</param>
    public static IReadOnlyList<string> DeliveryPlaces(ServiceSignature? signature) => signature switch
    {
        { Delivery: { } place } => [place],
        { Scheme: GitHub } => ["X-GitHub-Delivery"],
        { Scheme: Slack } => ["$.event_id"],
        { Scheme: Stripe } => ["$.id"],
        { Scheme: StandardWebhooks } => [StandardId],
        { HasHeader: true } => OwnDelivery,
        // The header that Standard Webhooks signs goes before those that an attacker could have added.
        _ => [StandardId, .. OwnDelivery],
    };

    /// <summary>What is stored of it: null for the default, and nothing left open that has a default.</summary>
    public ServiceSignature? Settled() => Scheme switch
    {
        Default => null,
        Hmac => this with { Encoding = Encoding ?? Hex },
        _ => this,
    };

    /// <summary>For the audit log.</summary>
    public override string ToString() => string.Join(' ', new[] { Scheme, Header, Prefix, Encoding, Event, Delivery }.Where(part => part is not null));
}
