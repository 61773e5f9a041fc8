using Microsoft.EntityFrameworkCore;
using ModuleX.Application.MockServices;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Configurations;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence.Repositories;

internal sealed class MockServiceRepository(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider) : IMockServices
{
    public async Task<IReadOnlyList<MockUser>> ListUsersAsync(TenantId tenant, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.MockUsers.OrderByDescending(user => user.CreatedAt).ThenByDescending(user => user.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<Result<Done>> AddUserAsync(TenantId tenant, MockUser user, CancellationToken cancellationToken)
    {
        try
        {
            await AddAsync(tenant, user, cancellationToken);
            return Done.Result;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return MockErrors.EmailTaken;
        }
    }

    public async Task<bool> HasUserAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.MockUsers.AnyAsync(user => user.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyList<MockSubscription>> ListSubscriptionsAsync(TenantId tenant, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.MockSubscriptions.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public Task AddSubscriptionAsync(TenantId tenant, MockSubscription subscription, CancellationToken cancellationToken) =>
        AddAsync(tenant, subscription, cancellationToken);

    public async Task<IReadOnlyList<MockNotification>> ListNotificationsAsync(TenantId tenant, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.MockNotifications.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public Task AddNotificationAsync(TenantId tenant, MockNotification notification, CancellationToken cancellationToken) =>
        AddAsync(tenant, notification, cancellationToken);

    public async Task<int> CountAsync(TenantId tenant, MockDataType type, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await (type switch
        {
            MockDataType.Users => db.MockUsers.CountAsync(cancellationToken),
            MockDataType.Subscriptions => db.MockSubscriptions.CountAsync(cancellationToken),
            MockDataType.Notifications => db.MockNotifications.CountAsync(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        });
    }

    private async Task AddAsync<T>(TenantId tenant, T record, CancellationToken cancellationToken)
        where T : class
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        db.Add(record).Property(MockColumns.TenantId).CurrentValue = tenant;
        await db.SaveChangesAsync(cancellationToken);
    }
}
