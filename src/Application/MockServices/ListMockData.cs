using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.MockServices;

/// <summary>The newest records of one mock service.</summary>
public sealed record ListMockDataQuery(TenantId Tenant, MockDataType Type, PageRequest Page) : IQuery<MockDataView>;

/// <summary>Records of one type; the other two lists are empty.</summary>
/// <param name="Total">How many there are, those of other pages included.</param>
public sealed record MockDataView(
    MockDataType Type, IReadOnlyList<MockUser> Users, IReadOnlyList<MockSubscription> Subscriptions, IReadOnlyList<MockNotification> Notifications, int Total);

internal sealed class ListMockDataHandler(IMockServices mock) : IQueryHandler<ListMockDataQuery, MockDataView>
{
    public async Task<Result<MockDataView>> Handle(ListMockDataQuery query, CancellationToken cancellationToken)
    {
        var (tenant, type, page) = query;
        return new MockDataView(
            type,
            type == MockDataType.Users ? await mock.ListUsersAsync(tenant, page, cancellationToken) : [],
            type == MockDataType.Subscriptions ? await mock.ListSubscriptionsAsync(tenant, page, cancellationToken) : [],
            type == MockDataType.Notifications ? await mock.ListNotificationsAsync(tenant, page, cancellationToken) : [],
            await mock.CountAsync(tenant, type, cancellationToken));
    }
}
