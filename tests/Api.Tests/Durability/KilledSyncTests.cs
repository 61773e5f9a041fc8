using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Durability;

/// <summary>A sync whose server is killed half way is taken up by the next one, and nothing of it is there twice.</summary>
[Collection(Alone.Name)]
public sealed class KilledSyncTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_sync_that_was_killed_goes_on_when_its_lease_is_over()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _upstream.Answer = async context =>
        {
            if (context.Request.Query["page"] == "2")
            {
                second.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }
            await Upstream.Json(context, Page(context.Request.Query["page"] == "1" ? 0 : 100));
        };
        string service;
        await using (var killed = await ServeAsync())
        {
            service = (await killed.Client.PostReplyAsync("/api/integrations/services/", new { name = "slow", base_url = _upstream.Url }))
                .With(201).Json.GetProperty("data").GetProperty("id").GetString()!;
            (await killed.Client.PostReplyAsync("/api/integrations/sync/trigger/", new { service_id = service, sync_type = "users" })).With(200);
            await second.Task.ComesAsync("request for the second page", Limit);
            killed.Kill();
        }
        _upstream.Answer = context => Upstream.Json(context, Page(context.Request.Query["page"] == "2" ? 100 : 0));

        await using var server = await ServeAsync();
        (await server.Client.PostReplyAsync("/api/integrations/sync/trigger/", new { service_id = service, sync_type = "users" })).With(409);

        var sync = default(JsonElement);
        await Eventually.SoAsync("end of the sync", async () =>
        {
            sync = (await server.Client.GetReplyAsync("/api/integrations/data-sync/")).With(200).Json.GetProperty("data").GetProperty("results")[0];
            return !sync.GetProperty("status").ValueEquals("syncing");
        }, Limit);
        (sync.GetProperty("status").GetString(), sync.GetProperty("records_synced").GetInt32()).ShouldBe(("synced", 150), sync.GetRawText());
        var records = (await server.Client.GetReplyAsync($"/api/integrations/services/{service}/records/?page=2&per_page=100"))
            .With(200).Json.GetProperty("data").GetProperty("results");
        records.GetArrayLength().ShouldBe(50);
    }

    private async Task<ModuleXProcess> ServeAsync()
    {
        var server = ModuleXProcess.Serve(_folder.Path, "--DataSync:PageTimeout=00:00:02", "--DataSync:Lease=00:00:08");
        await server.ReadyAsync();
        var login = (await server.Client.PostReplyAsync("/api/v1/auth/login", new { email = "admin@example.com", password = "admin123" })).With(200);
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", login["access_token"]);
        return server;
    }

    /// <summary>A hundred of the hundred and fifty records, or what is left of them.</summary>
    private static string Page(int from) =>
        JsonSerializer.Serialize(
            new { data = new { records = Enumerable.Range(from, 150).Where(number => number < Math.Min(from + 100, 150)).Select(id => new { id }),
            total = 150 } });
}
