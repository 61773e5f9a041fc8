using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Status">active, inactive or suspended; active where left out.</param>
[LimitsOf(typeof(CreateMockUserCommand))]
internal sealed record MockUserRequest(
    string Email,
    string Name,
    [property: AllowedValues("active", "inactive", "suspended")] string Status = "active")
{
    public CreateMockUserCommand ToCommand(TenantId tenant) => new(tenant, Email, Name, Status);
}

internal sealed record MockUserResponse(
    string Id,
    string Email,
    string Name,
    [property: AllowedValues("active", "inactive", "suspended")] string Status,
    DateTimeOffset CreatedAt)
{
    public static MockUserResponse Of(MockUser user) => new(user.Id.ToString(), user.Email, user.Name, user.Status, user.CreatedAt);
}

/// <param name="Plan">basic, premium or enterprise.</param>
/// <param name="Amount">A decimal number as text, two digits behind the point at the most: 29.99.</param>
/// <param name="Status">active, cancelled or expired; active where left out.</param>
internal sealed record MockSubscriptionRequest(
    Guid UserId,
    [property: AllowedValues("basic", "premium", "enterprise")] string Plan,
    [property: MaxLength(12)] string Amount,
    [property: AllowedValues("active", "cancelled", "expired")] string Status = "active")
{
    /// <exception cref="InvalidRequestException">The amount is no number.</exception>
    public CreateMockSubscriptionCommand ToCommand(TenantId tenant) => new(
        tenant,
        UserId,
        Plan,
        decimal.TryParse(Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new InvalidRequestException(
                RequestErrors.Invalid(
                    "amount must be a decimal number as text",
                    new Problem("/amount", "must be a decimal number as text") { Rule = ProblemRule.DecimalParsing })),
        Status);
}

internal sealed record MockSubscriptionResponse(
    string Id,
    string User,
    string Plan,
    [property: AllowedValues("active", "cancelled", "expired")] string Status,
    string Amount,
    DateTimeOffset CreatedAt)
{
    public static MockSubscriptionResponse Of(MockSubscription subscription) => new(
        subscription.Id.ToString(), subscription.UserId.ToString(), subscription.Plan, subscription.Status,
        subscription.Amount.ToString("0.00", CultureInfo.InvariantCulture), subscription.CreatedAt);
}

/// <param name="Type">email, sms or push.</param>
[LimitsOf(typeof(CreateMockNotificationCommand))]
internal sealed record MockNotificationRequest(
    Guid UserId,
    [property: AllowedValues("email", "sms", "push")] string Type,
    string Subject,
    string Message)
{
    public CreateMockNotificationCommand ToCommand(TenantId tenant) =>
        new(tenant, UserId, Type, Subject, Message);
}

internal sealed record MockNotificationResponse(
    string Id,
    string User,
    [property: AllowedValues("email", "sms", "push")] string Type,
    string Subject,
    string Message,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset SentAt)
{
    public static MockNotificationResponse Of(MockNotification notification) => new(
        notification.Id.ToString(), notification.UserId.ToString(), notification.Type, notification.Subject, notification.Message,
        notification.Status, notification.CreatedAt, notification.SentAt);
}

internal sealed record MockHealthResponse(DateTimeOffset Timestamp, MockServiceStates Services);

internal sealed record MockServiceStates(string UserService, string PaymentService, string CommunicationService);

/// <param name="Records">The page that was asked for, newest first; the first ten without page and per_page.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record MockDataResponse(IReadOnlyList<object> Records, int Total)
{
    public static MockDataResponse Of(MockDataView view) => new(RecordsOf(view), view.Total);

    /// <summary>The records of whichever type was asked for.</summary>
    public static IReadOnlyList<object> RecordsOf(MockDataView view) => view.Type switch
    {
        MockDataType.Users => [.. view.Users.Select(MockUserResponse.Of)],
        MockDataType.Subscriptions => [.. view.Subscriptions.Select(MockSubscriptionResponse.Of)],
        _ => [.. view.Notifications.Select(MockNotificationResponse.Of)],
    };
}
