using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ModuleX.Application.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="EventId">A UUID; of a delivery that came before, the first one's.</param>
internal sealed record WebhookReceivedResponse(string EventId);

/// <param name="Name">The service's name.</param>
/// <param name="BaseUrl">Its address.</param>
internal sealed record EventServiceResponse(string Name, string BaseUrl);

/// <param name="Id">A UUID.</param>
/// <param name="Service">Who sent it.</param>
/// <param name="EventType">What happened, as it was sent.</param>
/// <param name="Payload">The body as it was sent.</param>
/// <param name="Status">pending, processing, completed, ignored (its type has no effect), failed (it can have none), retry or dead.</param>
/// <param name="RetryCount">How many attempts failed so far.</param>
/// <param name="CreatedAt">When it was taken in: ISO 8601 in UTC.</param>
/// <param name="ProcessedAt">When it came to its end; null until then.</param>
internal sealed record WebhookEventResponse(
    string Id,
    EventServiceResponse Service,
    string EventType,
    JsonElement Payload,
    [property: AllowedValues("pending", "processing", "completed", "ignored", "failed", "retry", "dead")] string Status,
    int RetryCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ProcessedAt)
{
    public static WebhookEventResponse Of(WebhookEventView happened) => new(
        happened.Id.ToString("D"), new(happened.Service, happened.BaseUrl), happened.EventType, JsonElement.Parse(happened.Payload), happened.Status,
        happened.RetryCount, happened.CreatedAt, happened.ProcessedAt);
}

/// <param name="Id">A UUID.</param>
/// <param name="Service">Who sent it.</param>
/// <param name="EventType">What happened, as it was sent.</param>
/// <param name="Payload">The body as it was sent.</param>
/// <param name="Status">As in the list.</param>
/// <param name="RetryCount">How many attempts failed so far.</param>
/// <param name="CreatedAt">When it was taken in: ISO 8601 in UTC.</param>
/// <param name="ProcessedAt">When it came to its end; null until then.</param>
/// <param name="ErrorMessage">Why the last attempt failed; empty where none did.</param>
internal sealed record WebhookEventDetailResponse(
    string Id,
    EventServiceResponse Service,
    string EventType,
    JsonElement Payload,
    [property: AllowedValues("pending", "processing", "completed", "ignored", "failed", "retry", "dead")] string Status,
    int RetryCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ProcessedAt,
    string ErrorMessage)
{
    public static WebhookEventDetailResponse Of(WebhookEventView happened) => new(
        happened.Id.ToString("D"), new(happened.Service, happened.BaseUrl), happened.EventType, JsonElement.Parse(happened.Payload), happened.Status,
        happened.RetryCount, happened.CreatedAt, happened.ProcessedAt, happened.Reason);
}
