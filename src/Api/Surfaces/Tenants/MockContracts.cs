using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.MockServices;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4's envelope around a success.</summary>
/// <param name="Status">success.</param>
internal sealed record Envelope<T>(string Status, string Message, T Data);

/// <param name="Status">active, inactive or suspended; active where left out.</param>
[LimitsOf(typeof(CreateMockUserCommand))]
internal sealed record MockUserRequest(
    string Email,
    string Name,
    [property: AllowedValues("active", "inactive", "suspended")] string Status = "active");

internal sealed record MockUserResponse(
    string Id,
    string Email,
    string Name,
    [property: AllowedValues("active", "inactive", "suspended")] string Status,
    DateTimeOffset CreatedAt);

/// <param name="Plan">basic, premium or enterprise.</param>
/// <param name="Amount">A decimal number as text, two digits behind the point at the most: 29.99.</param>
/// <param name="Status">active, cancelled or expired; active where left out.</param>
internal sealed record MockSubscriptionRequest(
    Guid UserId,
    [property: AllowedValues("basic", "premium", "enterprise")] string Plan,
    [property: MaxLength(12)] string Amount,
    [property: AllowedValues("active", "cancelled", "expired")] string Status = "active");

internal sealed record MockSubscriptionResponse(
    string Id,
    string User,
    string Plan,
    [property: AllowedValues("active", "cancelled", "expired")] string Status,
    string Amount,
    DateTimeOffset CreatedAt);

/// <param name="Type">email, sms or push.</param>
[LimitsOf(typeof(CreateMockNotificationCommand))]
internal sealed record MockNotificationRequest(
    Guid UserId,
    [property: AllowedValues("email", "sms", "push")] string Type,
    string Subject,
    string Message);

internal sealed record MockNotificationResponse(
    string Id,
    string User,
    [property: AllowedValues("email", "sms", "push")] string Type,
    string Subject,
    string Message,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset SentAt);

internal sealed record MockHealthResponse(DateTimeOffset Timestamp, MockServiceStates Services);

internal sealed record MockServiceStates(string UserService, string PaymentService, string CommunicationService);

/// <param name="Records">The page that was asked for, newest first; the first ten without page and per_page.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record MockDataResponse(IReadOnlyList<object> Records, int Total);
