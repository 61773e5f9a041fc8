using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4's envelope around a success.</summary>
/// <param name="Status">success.</param>
internal sealed record Envelope<T>(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("data")] T Data);

/// <param name="Status">active, inactive or suspended; active where left out.</param>
internal sealed record MockUserRequest(
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("status"), AllowedValues("active", "inactive", "suspended")] string Status = "active");

internal sealed record MockUserResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("status"), AllowedValues("active", "inactive", "suspended")] string Status,
    [property: JsonPropertyName("created_at")] string CreatedAt);

/// <param name="Plan">basic, premium or enterprise.</param>
/// <param name="Amount">A decimal number as text, two digits behind the point at the most: 29.99.</param>
/// <param name="Status">active, cancelled or expired; active where left out.</param>
internal sealed record MockSubscriptionRequest(
    [property: JsonPropertyName("user_id")] Guid UserId,
    [property: JsonPropertyName("plan"), AllowedValues("basic", "premium", "enterprise")] string Plan,
    [property: JsonPropertyName("amount"), MaxLength(12)] string Amount,
    [property: JsonPropertyName("status"), AllowedValues("active", "cancelled", "expired")] string Status = "active");

internal sealed record MockSubscriptionResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("plan")] string Plan,
    [property: JsonPropertyName("status"), AllowedValues("active", "cancelled", "expired")] string Status,
    [property: JsonPropertyName("amount")] string Amount,
    [property: JsonPropertyName("created_at")] string CreatedAt);

/// <param name="Type">email, sms or push.</param>
internal sealed record MockNotificationRequest(
    [property: JsonPropertyName("user_id")] Guid UserId,
    [property: JsonPropertyName("type"), AllowedValues("email", "sms", "push")] string Type,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("message")] string Message);

internal sealed record MockNotificationResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("type"), AllowedValues("email", "sms", "push")] string Type,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("sent_at")] string SentAt);

internal sealed record MockHealthResponse(
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("services")] MockServiceStates Services);

internal sealed record MockServiceStates(
    [property: JsonPropertyName("user_service")] string UserService,
    [property: JsonPropertyName("payment_service")] string PaymentService,
    [property: JsonPropertyName("communication_service")] string CommunicationService);

/// <param name="Records">The page that was asked for, newest first; the first ten without page and per_page.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record MockDataResponse(
    [property: JsonPropertyName("records")] IReadOnlyList<object> Records,
    [property: JsonPropertyName("total")] int Total);
