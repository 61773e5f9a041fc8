using System.Text.Json;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>What a webhook says of itself, read from where its service puts it.</summary>
/// <param name="DeliveryId">Null where there is none.</param>
/// <param name="Challenge">What Slack wants to get back before it sends events; null for everything else.</param>
internal sealed record WebhookContent(string EventType, string? DeliveryId, string? Challenge = null)
{
    /// <summary>Invalid: no type, or no JSON.</summary>
    public static Result<WebhookContent> Read(ServiceSignature? signature, Func<string, string?> header, ReadOnlyMemory<byte> body)
    {
        var (types, deliveries) = (ServiceSignature.EventPlaces(signature), ServiceSignature.DeliveryPlaces(signature));
        if (!types.Any(IsInBody) && Find(types, header, default) is null) return WebhookErrors.EventTypeMissing(types[0]);
        if (!JsonText.IsValid(body.Span)) return WebhookErrors.BodyInvalid;
        var json = types.Concat(deliveries).Any(IsInBody)
            ? JsonElement.Parse(body.Span, new JsonDocumentOptions { MaxDepth = JsonText.MaximumDepth }) : default;
        if (signature is { Scheme: ServiceSignature.Slack } && ChallengeIn(json) is { } challenge) return new WebhookContent("", null, challenge);
        if (Find(types, header, json) is not { } type) return WebhookErrors.EventTypeMissing(types[^1]);
        if (!IsPlain(type, WebhookEvent.MaximumTypeLength)) return WebhookErrors.EventTypeInvalid;
        var delivery = Find(deliveries, header, json);
        return delivery is null || IsPlain(delivery, WebhookEvent.MaximumDeliveryIdLength) ? new WebhookContent(type, delivery)
            : WebhookErrors.DeliveryIdInvalid;
    }

    private static bool IsInBody(string place) => place.StartsWith('$');

    private static string? Find(IReadOnlyList<string> places, Func<string, string?> header, JsonElement body) =>
        places.Select(place => IsInBody(place) ? JsonPath.Parse(place)?.FirstText(body) : header(place)).FirstOrDefault(found => found is not null);

    private static string? ChallengeIn(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("url_verification"u8)
        && body.TryGetProperty("challenge", out var challenge) && challenge.ValueKind == JsonValueKind.String
            ? challenge.GetString()
            : null;

    private static bool IsPlain(string text, int maximum) =>
        text.Length is > 0 && text.Length <= maximum && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));
}
