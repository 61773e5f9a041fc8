using System.Text.Json;
using ModuleX.Api.Tests.AuthX;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Integrations;

/// <summary>Services are looked at by the server itself, through the guarded way out, and what it saw is shown.</summary>
public sealed class HealthTests(AuthXScene scene) : IClassFixture<AuthXScene>, IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private Upstream _upstream = null!;

    private HttpClient Admin => scene.Admin.Client;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Fact]
    public async Task A_service_is_healthy_degraded_or_down_and_the_history_keeps_each_look()
    {
        var service = await scene.ServiceAsync(baseUrl: _upstream.Url.ToString());

        var healthy = await SeenAsync(service, "healthy");
        _upstream.Answer = context => Upstream.Json(context, "{}", 503);
        await LookAgainAsync(service, _upstream.Url.ToString());
        var degraded = await SeenAsync(service, "degraded");
        await LookAgainAsync(service, "http://127.0.0.1:9");
        var down = await SeenAsync(service, "down");

        healthy.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "service", "status", "response_time", "last_check", "error_message"]);
        healthy.GetProperty("error_message").GetString().ShouldBe("");
        healthy.GetProperty("response_time").GetDouble().ShouldBeInRange(0.00001, 10);
        degraded.GetProperty("error_message").GetString().ShouldBe("It answered with status 503");
        down.GetProperty("error_message").GetString().ShouldBe("It can't be reached: no connection");
        _upstream.Requests.ShouldAllBe(request => request.Target == "/health/");
        (await Admin.GetReplyAsync($"/api/integrations/health/{service.Id}/history/")).With(200).Json.GetProperty("data").GetProperty("results")
            .EnumerateArray()
            .Select(look => look.GetProperty("status").GetString()).ShouldBe(["down", "degraded", "healthy"]);
        (await Admin.GetReplyAsync($"/api/integrations/health/{service.Id}/history/?page=2&per_page=2")).Json.GetProperty("data")
            .GetProperty("results").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_an_address_that_is_not_allowed_is_not_called()
    {
        _upstream.Answer = context => Upstream.Redirect(context, "http://10.1.2.3/");
        var (redirecting, inside) = (
            await scene.ServiceAsync(baseUrl: _upstream.Url.ToString()), await scene.ServiceAsync(baseUrl: "http://169.254.169.254/latest"));

        (await SeenAsync(redirecting, "degraded")).GetProperty("error_message").GetString().ShouldBe("It answered with status 302");
        (await SeenAsync(inside, "down")).GetProperty("error_message").GetString().ShouldBe("Its address is private and Egress:Allow does not name it");
    }

    [Fact]
    public async Task The_three_services_of_the_document_are_looked_at_at_the_servers_own_address()
    {
        await Eventually.SoAsync("healthy mock services", async () =>
            (await ResultsAsync()).Count(look => look.GetProperty("status").ValueEquals("healthy")
                && new[]
                    { "user-service", "payment-service",
                    "communication-service" }.Contains(look.GetProperty("service").GetProperty("name").GetString())) == 3, Limit);

        (await Admin.GetReplyAsync("/api/integrations/services/")).With(200).Json.GetProperty("data").GetProperty("results").EnumerateArray()
            .Count(one => one.GetProperty("base_url").GetString() == $"{scene.ModuleX.ListensAt}api/mock").ShouldBe(3);
    }

    private async Task LookAgainAsync(SendingService service, string baseUrl) =>
        (await Admin.PutReplyAsync($"/api/integrations/services/{service.Id}/", new { base_url = baseUrl })).With(200);

    private async Task<JsonElement> SeenAsync(SendingService service, string status)
    {
        var seen = default(JsonElement);
        await Eventually.SoAsync($"look that shows {status}", async () =>
        {
            seen = (await ResultsAsync()).FirstOrDefault(look => look.GetProperty("service").GetProperty("name").ValueEquals(service.Name));
            return seen.ValueKind == JsonValueKind.Object && seen.GetProperty("status").ValueEquals(status);
        }, Limit);
        return seen;
    }

    private async Task<List<JsonElement>> ResultsAsync() =>
        [.. (await Admin.GetReplyAsync("/api/integrations/health/")).With(200).Json.GetProperty("data").GetProperty("results").EnumerateArray()];
}
