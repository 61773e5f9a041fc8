using Microsoft.EntityFrameworkCore;
using ModuleX.Application.MockServices;
using ModuleX.Application.Paging;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.MockServices;

internal sealed class MockServiceRepository(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, IServiceWork work,
    TimeProvider time) : IMockServices
{
    public async Task<IReadOnlyList<MockUser>> ListUsersAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.MockUsers.OrderByDescending(user => user.CreatedAt).ThenByDescending(user => user.Id).Skip(page.Skip).Take(page.Take)
            .ToListAsync(cancellationToken);
    }

    public async Task<Result<Done>> AddUserAsync(TenantId tenant, MockUser user, MockEvent happened, CancellationToken cancellationToken)
    {
        try
        {
            await AddAsync(tenant, user, happened, cancellationToken);
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

    public async Task<IReadOnlyList<MockSubscription>> ListSubscriptionsAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.MockSubscriptions.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id).Skip(page.Skip).Take(page.Take)
            .ToListAsync(cancellationToken);
    }

    public Task AddSubscriptionAsync(TenantId tenant, MockSubscription subscription, MockEvent happened, CancellationToken cancellationToken) =>
        AddAsync(tenant, subscription, happened, cancellationToken);

    public async Task<IReadOnlyList<MockNotification>> ListNotificationsAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.MockNotifications.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id).Skip(page.Skip).Take(page.Take)
            .ToListAsync(cancellationToken);
    }

    public Task AddNotificationAsync(TenantId tenant, MockNotification notification, MockEvent happened, CancellationToken cancellationToken) =>
        AddAsync(tenant, notification, happened, cancellationToken);

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

    private async Task AddAsync<T>(TenantId tenant, T record, MockEvent happened, CancellationToken cancellationToken)
        where T : class
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        db.Add(record).Property(MockColumns.TenantId).CurrentValue = tenant;
        // Stored in one transaction with what it tells of, so that neither is there without the other.
        if (await db.Services.SingleOrDefaultAsync(service => service.NameKey == happened.Service && service.IsActive, cancellationToken) is { } service)
            db.WebhookEvents.Add(EventOf(service, happened));
        await db.SaveChangesAsync(cancellationToken);
        work.WebhookIsDue();
    }

    private WebhookEvent EventOf(Service service, MockEvent happened)
    {
        var now = time.GetUtcNow();
        return WebhookEvent.Receive(Guid.CreateVersion7(now), service.TenantId, service.Id, happened.EventType, happened.Payload, null, now);
    }
}
