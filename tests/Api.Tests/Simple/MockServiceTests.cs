using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Simple;

/// <summary>The mock services of document 4: its envelope around everything, and no token asked for.</summary>
public sealed class MockServiceTests : IAsyncLifetime
{
    private ModuleXServer _modulex = null!;

    private HttpClient Client => _modulex.Client;

    public async Task InitializeAsync() => _modulex = await AModuleX().StartAsync();

    public async Task DisposeAsync() => await _modulex.DisposeAsync();

    [Fact]
    public async Task A_user_is_created_and_listed()
    {
        var created = (await Client.PostReplyAsync("/api/mock/users/", new { email = "test@example.com", name = "Test User", status = "active" })).With(201);
        var listed = (await Client.GetReplyAsync("/api/mock/users/")).With(200);

        created["status"].ShouldBe("success");
        created["message"].ShouldBe("Success");
        NamesIn(created).ShouldBe(["status", "message", "data"]);
        created.Json.GetProperty("data").EnumerateObject().Select(property => property.Name).ShouldBe(["id", "email", "name", "status", "created_at"]);
        created.Json.GetProperty("data").GetProperty("created_at").GetString()!.ShouldEndWith("Z");
        listed.Json.GetProperty("data").EnumerateArray().ShouldHaveSingleItem().GetRawText().ShouldBe(created.Json.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_subscription_and_a_notification_of_a_user_are_created_and_listed()
    {
        var user = await CreateUserAsync("a@example.com");

        (await Client.PostReplyAsync("/api/mock/subscriptions/", new { user_id = user, plan = "premium", amount = "29.99", status = "active" })).With(201);
        (await Client.PostReplyAsync(
            "/api/mock/notifications/", new { user_id = user, type = "email", subject = "Welcome!", message = "Welcome to our platform" })).With(201);

        var subscription = (await Client.GetReplyAsync("/api/mock/subscriptions/")).With(200).Json.GetProperty("data")[0];
        subscription.GetProperty("amount").GetString().ShouldBe("29.99");
        subscription.GetProperty("user").GetString().ShouldBe(user);
        (await Client.GetReplyAsync("/api/mock/notifications")).With(200).Json.GetProperty("data")[0].GetProperty("subject").GetString().ShouldBe("Welcome!");
    }

    [Fact]
    public async Task Health_names_the_three_services()
    {
        var health = (await Client.GetReplyAsync("/api/mock/health/")).With(200);

        health["message"].ShouldBe("System healthy");
        var services = health.Json.GetProperty("data").GetProperty("services");
        services.EnumerateObject().Select(service => $"{service.Name} {service.Value}").ShouldBe(
            ["user_service operational", "payment_service operational", "communication_service operational"]);
    }

    [Theory]
    [InlineData("users", 1)]
    [InlineData("subscriptions", 0)]
    [InlineData("notifications", 0)]
    public async Task Data_for_sync_has_records_and_their_total(string type, int total)
    {
        await CreateUserAsync("b@example.com");

        var data = (await Client.GetReplyAsync($"/api/mock/api/data/{type}/")).With(200).Json.GetProperty("data");

        data.GetProperty("total").GetInt32().ShouldBe(total);
        data.GetProperty("records").GetArrayLength().ShouldBe(total);
    }

    [Fact]
    public async Task An_address_is_taken_once()
    {
        await CreateUserAsync("d@example.com");

        var again = await Client.PostReplyAsync("/api/mock/users", new { email = "d@example.com", name = "D" });

        again.With(409)["error"].ShouldBe("A mock user with this email already exists");
    }

    [Fact]
    public async Task They_are_gone_where_they_are_switched_off()
    {
        await using var without = await AModuleX().With("MockServices:Enabled", "false").StartAsync();

        (await without.Client.GetReplyAsync("/api/mock/users")).With(404);
    }

    private async Task<string> CreateUserAsync(string email) =>
        (await Client.PostReplyAsync("/api/mock/users", new { email, name = "Somebody" })).With(201).Json.GetProperty("data").GetProperty("id").GetString()!;

    private static IEnumerable<string> NamesIn(Reply reply) => reply.Json.EnumerateObject().Select(property => property.Name);
}
