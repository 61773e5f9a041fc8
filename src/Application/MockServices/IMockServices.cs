using ModuleX.Application.Paging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.MockServices;

/// <summary>
/// The tables behind the mock services. Lists are newest first. What is added is stored together with the webhook that tells of it, where the tenant
/// has the service.
/// </summary>
public interface IMockServices
{
    Task<IReadOnlyList<MockUser>> ListUsersAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Conflict: the e-mail address is taken.</summary>
    Task<Result<Done>> AddUserAsync(TenantId tenant, MockUser user, MockEvent happened, CancellationToken cancellationToken);

    Task<bool> HasUserAsync(TenantId tenant, Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<MockSubscription>> ListSubscriptionsAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);

    Task AddSubscriptionAsync(TenantId tenant, MockSubscription subscription, MockEvent happened, CancellationToken cancellationToken);

    Task<IReadOnlyList<MockNotification>> ListNotificationsAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);

    Task AddNotificationAsync(TenantId tenant, MockNotification notification, MockEvent happened, CancellationToken cancellationToken);

    /// <summary>How many users, subscriptions or notifications there are.</summary>
    Task<int> CountAsync(TenantId tenant, MockDataType type, CancellationToken cancellationToken);
}
