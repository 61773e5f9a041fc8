using System.Collections.Concurrent;
using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Api.Tests.Durability;

/// <summary>
/// Ten thousand webhooks at once, and a server that is killed in the middle of them: each that was acknowledged has its effect once, and none is lost.
/// </summary>
[Collection(Alone.Name)]
public sealed class KilledWebhooksTests(ITestOutputHelper output) : IDisposable
{
    private const int Deliveries = 10_000;
    private const int Users = 1_000;
    private const int KillAfter = 3_000;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TempFolder _folder = new();
    private readonly ConcurrentDictionary<int, string> _acknowledged = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_webhook_has_its_effect_exactly_once()
    {
        await using (var killed = await ServeAsync())
        {
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sending = SendAllAsync(killed, Enumerable.Range(0, Deliveries), enough);
            await Task.WhenAny(enough.Task, sending).ComesAsync($"{KillAfter} acknowledged webhooks", Limit);
            killed.Kill();
            (await sending).ShouldNotContain(status => status != 201);
        }
        var before = _acknowledged.ToDictionary();
        output.WriteLine($"{before.Count} were acknowledged before the kill");
        before.Count.ShouldBeInRange(KillAfter, Deliveries - 1);

        await using var server = await ServeAsync();
        var began = TimeProvider.System.GetTimestamp();
        // The senders send again what was not acknowledged, and some what was: their acknowledgement was lost on the way.
        (await SendAllAsync(server, Enumerable.Range(0, Deliveries).Where(delivery => !before.ContainsKey(delivery)), null))
            .ShouldNotContain(status => status != 201);
        (await SendAllAsync(server, before.Keys.Take(500), null)).ShouldNotContain(status => status != 201);
        output.WriteLine($"The rest took {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s");
        before.ShouldAllBe(pair => _acknowledged[pair.Key] == pair.Value);
        await SignInAsync(server.Client);
        foreach (var open in new[] { "pending", "processing", "retry" })
            await Eventually.SoAsync(
                $"end of the {open} ones", async () => (await ResultsAsync(server.Client, $"webhook-events/?status={open}&per_page=1")).Count == 0, Limit);
        output.WriteLine($"All were processed {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s after the restart");

        var events = await AllAsync(server.Client, "webhook-events/");
        events.Count.ShouldBe(Deliveries);
        events.ShouldAllBe(happened => happened.GetProperty("status").ValueEquals("completed"));
        events.Select(happened => happened.GetProperty("id").GetString()!).Order().ShouldBe(_acknowledged.Values.Order());
        var service = (await ResultsAsync(server.Client, "services/")).Single(one => one.GetProperty("name").ValueEquals("user-service"))
            .GetProperty("id").GetString();
        var records = await AllAsync(server.Client, $"services/{service}/records/?type=users");
        records.Count.ShouldBe(Users);
        records.ShouldAllBe(record => record.GetProperty("revision").GetInt32() == Deliveries / Users);
    }

    /// <summary>Sends all at once. Gives the statuses that came back; those that got no answer are left out.</summary>
    private async Task<IReadOnlyCollection<int>> SendAllAsync(ModuleXProcess server, IEnumerable<int> deliveries, TaskCompletionSource? enough)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1_000 })
            { BaseAddress = server.Client.BaseAddress, Timeout = Limit };
        var statuses = new ConcurrentBag<int>();
        await Task.WhenAll(deliveries.Select(async delivery =>
        {
            try
            {
                var reply = await client.CallAsync(
                    HttpMethod.Post, "/api/integrations/webhooks/user-service/", $$"""{"user_id":"{{delivery % Users}}","step":{{delivery}}}""",
                    ("X-Event-Type", "user.updated"), ("X-Delivery-Id", $"delivery-{delivery}"));
                statuses.Add(reply.Status);
                if (reply.Status != 201) return;
                _acknowledged[delivery] = reply.Json.GetProperty("data").GetProperty("event_id").GetString()!;
                if (_acknowledged.Count >= KillAfter) enough?.TrySetResult();
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The server is gone.
            }
        }));
        return statuses;
    }

    private async Task<ModuleXProcess> ServeAsync()
    {
        var server = ModuleXProcess.Serve(_folder.Path, "--Webhooks:Lease=00:00:02");
        await server.ReadyAsync();
        return server;
    }

    private static async Task SignInAsync(HttpClient client)
    {
        var login = (await client.PostReplyAsync("/api/v1/auth/login", new { email = "admin@example.com", password = "admin123" })).With(200);
        client.DefaultRequestHeaders.Authorization = new("Bearer", login["access_token"]);
    }

    private static async Task<List<JsonElement>> AllAsync(HttpClient client, string path)
    {
        var all = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var results = await ResultsAsync(client, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}&per_page=100");
            all.AddRange(results);
            if (results.Count < 100) return all;
        }
    }

    private static async Task<List<JsonElement>> ResultsAsync(HttpClient client, string path) =>
        [.. (await client.GetReplyAsync($"/api/integrations/{path}")).With(200).Json.GetProperty("data").GetProperty("results").EnumerateArray()];
}
