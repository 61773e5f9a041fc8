namespace ModuleX.Application.MockServices;

/// <summary>A user of the mock user service.</summary>
/// <param name="Status">active, inactive or suspended.</param>
public sealed record MockUser(Guid Id, string Email, string Name, string Status, DateTimeOffset CreatedAt);

/// <summary>A subscription of the mock payment service.</summary>
/// <param name="Plan">basic, premium or enterprise.</param>
/// <param name="Status">active, cancelled or expired.</param>
/// <param name="Amount">At most ten digits, two of them behind the point.</param>
public sealed record MockSubscription(Guid Id, Guid UserId, string Plan, string Status, decimal Amount, DateTimeOffset CreatedAt);

/// <summary>A notification of the mock communication service; it counts as sent at once.</summary>
/// <param name="Type">email, sms or push.</param>
public sealed record MockNotification(
    Guid Id, Guid UserId, string Type, string Subject, string Message, string Status, DateTimeOffset CreatedAt, DateTimeOffset SentAt);

/// <summary>What the mock services hand out for data sync.</summary>
public enum MockDataType
{
    Users,
    Subscriptions,
    Notifications,
}
