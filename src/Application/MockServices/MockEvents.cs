using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModuleX.Application.MockServices;

/// <summary>The webhook that a mock service sends when something is created in it.</summary>
/// <param name="Service">The name of the service that it plays.</param>
/// <param name="Payload">A JSON object.</param>
public sealed record MockEvent(string Service, string EventType, string Payload);

/// <summary>What the mock services tell of.</summary>
internal static class MockEvents
{
    private const string UserService = "user-service";
    private const string PaymentService = "payment-service";
    private const string CommunicationService = "communication-service";

    /// <summary>The services that the mock services play.</summary>
    public static IReadOnlyList<string> Services { get; } = [UserService, PaymentService, CommunicationService];

    public static MockEvent UserCreated(MockUser user) => new(UserService, "user.created", Of(new()
    {
        ["id"] = user.Id.ToString("D"),
        ["email"] = user.Email,
        ["name"] = user.Name,
        ["status"] = user.Status,
        ["created_at"] = TimeOf(user.CreatedAt),
    }));

    public static MockEvent PaymentCompleted(MockSubscription subscription) => new(PaymentService, "payment.completed", Of(new()
    {
        ["id"] = subscription.Id.ToString("D"),
        ["user"] = subscription.UserId.ToString("D"),
        ["plan"] = subscription.Plan,
        ["status"] = subscription.Status,
        ["amount"] = subscription.Amount.ToString("0.00", CultureInfo.InvariantCulture),
        ["created_at"] = TimeOf(subscription.CreatedAt),
    }));

    public static MockEvent NotificationSent(MockNotification notification) => new(CommunicationService, "notification.sent", Of(new()
    {
        ["id"] = notification.Id.ToString("D"),
        ["user"] = notification.UserId.ToString("D"),
        ["type"] = notification.Type,
        ["subject"] = notification.Subject,
        ["message"] = notification.Message,
        ["status"] = notification.Status,
        ["created_at"] = TimeOf(notification.CreatedAt),
        ["sent_at"] = TimeOf(notification.SentAt),
    }));

    private static string Of(JsonObject payload) => payload.ToJsonString(JsonSerializerOptions.Web);

    private static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
