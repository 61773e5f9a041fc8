using System.Globalization;
using ModuleX.Api.Hosting;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Between document 4's wire records and the use cases.</summary>
internal static class TenantsMapping
{
    public static Envelope<T> Success<T>(T data, string message = "Success") => new("success", message, data);

    public static CreateMockUserCommand ToCommand(this MockUserRequest request, TenantId tenant) => new(tenant, request.Email, request.Name, request.Status);

    /// <exception cref="InvalidRequestException">The amount is no number.</exception>
    public static CreateMockSubscriptionCommand ToCommand(this MockSubscriptionRequest request, TenantId tenant) => new(
        tenant,
        request.UserId,
        request.Plan,
        decimal.TryParse(request.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new InvalidRequestException(
                RequestErrors.Invalid(
                    "amount must be a decimal number as text",
                    new Problem("/amount", "must be a decimal number as text") { Rule = ProblemRule.DecimalParsing })),
        request.Status);

    public static CreateMockNotificationCommand ToCommand(this MockNotificationRequest request, TenantId tenant) =>
        new(tenant, request.UserId, request.Type, request.Subject, request.Message);

    public static MockUserResponse ToWire(this MockUser user) => new(user.Id.ToString(), user.Email, user.Name, user.Status, user.CreatedAt);

    public static MockSubscriptionResponse ToWire(this MockSubscription subscription) => new(
        subscription.Id.ToString(), subscription.UserId.ToString(), subscription.Plan, subscription.Status,
        subscription.Amount.ToString("0.00", CultureInfo.InvariantCulture), subscription.CreatedAt);

    public static MockNotificationResponse ToWire(this MockNotification notification) => new(
        notification.Id.ToString(), notification.UserId.ToString(), notification.Type, notification.Subject, notification.Message,
        notification.Status, notification.CreatedAt, notification.SentAt);

    /// <summary>The records of whichever type was asked for.</summary>
    public static IReadOnlyList<object> ToWire(this MockDataView view) => view.Type switch
    {
        MockDataType.Users => [.. view.Users.Select(ToWire)],
        MockDataType.Subscriptions => [.. view.Subscriptions.Select(ToWire)],
        _ => [.. view.Notifications.Select(ToWire)],
    };

    public static MockDataType? ToDataType(this string text) => text switch
    {
        "users" => MockDataType.Users,
        "subscriptions" => MockDataType.Subscriptions,
        "notifications" => MockDataType.Notifications,
        _ => null,
    };
}
