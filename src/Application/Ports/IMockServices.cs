using ModuleX.Application.MockServices;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Ports;

/// <summary>The tables behind the mock services. Lists are newest first.</summary>
public interface IMockServices
{
    Task<IReadOnlyList<MockUser>> ListUsersAsync(TenantId tenant, int limit, CancellationToken cancellationToken);

    /// <summary>Conflict: the e-mail address is taken.</summary>
    Task<Result<Done>> AddUserAsync(TenantId tenant, MockUser user, CancellationToken cancellationToken);

    Task<bool> HasUserAsync(TenantId tenant, Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<MockSubscription>> ListSubscriptionsAsync(TenantId tenant, int limit, CancellationToken cancellationToken);

    Task AddSubscriptionAsync(TenantId tenant, MockSubscription subscription, CancellationToken cancellationToken);

    Task<IReadOnlyList<MockNotification>> ListNotificationsAsync(TenantId tenant, int limit, CancellationToken cancellationToken);

    Task AddNotificationAsync(TenantId tenant, MockNotification notification, CancellationToken cancellationToken);

    /// <summary>How many users, subscriptions or notifications there are.</summary>
    Task<int> CountAsync(TenantId tenant, MockDataType type, CancellationToken cancellationToken);
}
