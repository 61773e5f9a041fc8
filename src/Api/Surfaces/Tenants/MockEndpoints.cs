using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Messaging;
using ModuleX.Application.MockServices;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>The mock services: other people's user, payment and communication service, backed by this database.</summary>
internal static class MockEndpoints
{
    private const int ListLimit = 100;

    public static void Map(IEndpointRouteBuilder mock)
    {
        mock.MapGet("/users",
            (TenantOfRequest tenant, IUseCases useCases, CancellationToken cancellationToken) => List(tenant, MockDataType.Users, useCases, cancellationToken))
            .WithName("Tenants_Mock_ListUsers").WithSummary("The newest mock users").Produces<Envelope<MockUserResponse[]>>();
        mock.MapPost("/users", CreateUser).WithName("Tenants_Mock_CreateUser").WithSummary("Add a mock user")
            .Produces<Envelope<MockUserResponse>>(201).Refuses(409);
        mock.MapGet("/subscriptions",
            (TenantOfRequest tenant, IUseCases useCases, CancellationToken cancellationToken) => List(
                tenant, MockDataType.Subscriptions, useCases, cancellationToken))
            .WithName("Tenants_Mock_ListSubscriptions").WithSummary("The newest mock subscriptions").Produces<Envelope<MockSubscriptionResponse[]>>();
        mock.MapPost("/subscriptions", CreateSubscription).WithName("Tenants_Mock_CreateSubscription").WithSummary("Add a mock subscription")
            .Produces<Envelope<MockSubscriptionResponse>>(201);
        mock.MapGet("/notifications",
            (TenantOfRequest tenant, IUseCases useCases, CancellationToken cancellationToken) => List(
                tenant, MockDataType.Notifications, useCases, cancellationToken))
            .WithName("Tenants_Mock_ListNotifications").WithSummary("The newest mock notifications").Produces<Envelope<MockNotificationResponse[]>>();
        mock.MapPost("/notifications", CreateNotification).WithName("Tenants_Mock_CreateNotification").WithSummary("Send a mock notification")
            .Produces<Envelope<MockNotificationResponse>>(201);
        mock.MapGet("/health", Health).WithName("Tenants_Mock_Health").WithMetadata(HealthRate.Instance).WithSummary("The state of the mock services")
            .Produces<Envelope<MockHealthResponse>>();
        mock.MapGet("/api/data/{data_type}", GetData).WithName("Tenants_Mock_GetData").WithSummary("Records for data sync")
            .Produces<Envelope<MockDataResponse>>();
    }

    private static async Task<IResult> List(TenantOfRequest tenant, MockDataType type, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListMockDataQuery(tenant.Tenant, type, new(0, ListLimit)), cancellationToken);
        return Answer(result, view => TenantsWire.Success(MockDataResponse.RecordsOf(view)));
    }

    private static async Task<IResult> CreateUser(TenantOfRequest tenant, MockUserRequest body, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant.Tenant), cancellationToken);
        return Answer(result, user => TenantsWire.Success(MockUserResponse.Of(user)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> CreateSubscription(
        TenantOfRequest tenant, MockSubscriptionRequest body, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant.Tenant), cancellationToken);
        return Answer(result, subscription => TenantsWire.Success(MockSubscriptionResponse.Of(subscription)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> CreateNotification(
        TenantOfRequest tenant, MockNotificationRequest body, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(tenant.Tenant), cancellationToken);
        return Answer(result, notification => TenantsWire.Success(MockNotificationResponse.Of(notification)), StatusCodes.Status201Created);
    }

    private static IResult Health(TimeProvider time) => Results.Ok(TenantsWire.Success(
        new MockHealthResponse(time.GetUtcNow(), new("operational", "operational", "operational")), "System healthy"));

    private static async Task<IResult> GetData(
        TenantOfRequest tenant, string data_type, MockPageParameters page, IUseCases useCases, CancellationToken cancellationToken)
    {
        if (TypeOf(data_type) is not { } type) return MockErrors.DataTypeInvalid.ToResult();
        var result = await useCases.SendAsync(new ListMockDataQuery(tenant.Tenant, type, page.ToPage()), cancellationToken);
        return Answer(result, view => TenantsWire.Success(MockDataResponse.Of(view)));
    }

    private static MockDataType? TypeOf(string text) => text switch
    {
        "users" => MockDataType.Users,
        "subscriptions" => MockDataType.Subscriptions,
        "notifications" => MockDataType.Notifications,
        _ => null,
    };
}
