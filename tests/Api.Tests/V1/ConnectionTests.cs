using System.Net.Http.Json;
using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.V1;

/// <summary>Several accounts of one tool, of owners and shared by organizations.</summary>
public sealed class ConnectionTests(ConnectionScene scene) : IClassFixture<ConnectionScene>
{
    [Fact]
    public async Task A_thousand_mixed_runs_reach_the_right_account_each()
    {
        using var backend = await scene.BackendAsync();
        var shared = new List<JsonElement>();
        foreach (var name in new[] { "team", "sales", "support" })
            shared.Add(await ConnectionScene.ConnectAsync(backend, $"shared-{name}", new { sharing = new { everybody = true }, name }));
        var own = await ConnectionScene.ConnectAsync(backend, "own-first", new { owner = "ada" });
        var second = await ConnectionScene.ConnectAsync(backend, "own-second", new { owner = "ada", name = "Second one" });

        (own.GetProperty("account").GetString(), own.GetProperty("is_default").GetBoolean()).ShouldBe(("default", true));
        (second.GetProperty("account").GetString(), second.GetProperty("is_default").GetBoolean()).ShouldBe(("second-one", false));
        var asked = Enumerable.Range(0, 1000).Select(number => (number % 6) switch
        {
            0 => (Body: (object)new { owner = "ada" }, Token: "own-first"),
            1 => (new { owner = "ada", account = "second-one" }, "own-second"),
            2 => (new { owner = "ada", connection_id = Id(shared[0]) }, "shared-team"),
            3 => (new { owner = "ada", account = "sales" }, "shared-sales"),
            4 => (new { owner = "bob" }, "shared-team"),
            _ => (new { owner = "bob", account = "support" }, "shared-support"),
        }).ToList();
        var answers = await Task.WhenAll(asked.Select(async run => await ConnectionScene.WhoAsync(backend, run.Body)));

        answers.ShouldBe(asked.Select(run => run.Token));
    }

    [Fact]
    public async Task Two_accounts_none_default_and_none_named_is_refused_with_the_choices_and_nothing_is_sent()
    {
        using var backend = await scene.BackendAsync();
        var first = await ConnectionScene.ConnectAsync(backend, "a1", new { owner = "ada" });
        await ConnectionScene.ConnectAsync(backend, "a2", new { owner = "ada", account = "work" });
        await ConnectionScene.ConnectAsync(backend, "a3", new { owner = "ada", account = "home" });
        (await backend.DeleteReplyAsync($"/v1/connections/{Id(first)}")).With(204);
        var before = scene.Requests;

        var refused = await backend.PostReplyAsync("/v1/runs", new { owner = "ada", tool = "mirror", action = "who" });
        var inDocument2 = await backend.PostReplyAsync("/tools/mirror/execute?user_id=ada", new { action = "who" });

        refused.With(409)["code"].ShouldBe("account_ambiguous");
        refused.ContentType.ShouldBe("application/problem+json");
        refused.Json.GetProperty("details").GetProperty("accounts").GetString()!.Split(", ").ShouldBe(["work", "home"], ignoreOrder: true);
        inDocument2.With(409).Json.GetProperty("details").GetProperty("accounts").GetString().ShouldNotBeNullOrEmpty();
        scene.Requests.ShouldBe(before);
        (await backend.PostReplyAsync("/tools/mirror/execute?user_id=ada", new { action = "who", account = "work" })).With(200)
            .Json.GetProperty("result").GetProperty("token").GetString().ShouldBe("a2");
    }

    [Fact]
    public async Task Making_another_account_the_default_counts_for_the_next_run()
    {
        using var backend = await scene.BackendAsync();
        await ConnectionScene.ConnectAsync(backend, "first", new { owner = "ada" });
        var other = await ConnectionScene.ConnectAsync(backend, "other", new { owner = "ada", account = "other" });
        (await ConnectionScene.WhoAsync(backend, new { owner = "ada" })).ShouldBe("first");

        var changed = await PatchAsync(backend, Id(other), new { is_default = true, name = "The other" });

        (changed.With(200)["name"], changed.Json.GetProperty("is_default").GetBoolean()).ShouldBe(("The other", true));
        (await ConnectionScene.WhoAsync(backend, new { owner = "ada" })).ShouldBe("other");
        (await ListAsync(backend, "owner=ada")).Count(one => one.GetProperty("is_default").GetBoolean()).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_and_shows_no_credential()
    {
        using var backend = await scene.BackendAsync();
        for (var number = 0; number < 5; number++) await ConnectionScene.ConnectAsync(backend, $"hush-{number}", new { owner = $"person-{number}" });

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await backend.GetReplyAsync($"/v1/connections?limit=2{(cursor is null ? "" : "&cursor=" + cursor)}")).With(200);
            page.Text.ShouldNotContain("hush");
            seen.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("owner").GetProperty("id").GetString()!));
            cursor = page.Json.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        seen.ShouldBe(["person-4", "person-3", "person-2", "person-1", "person-0"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1e308")]
    [InlineData("2026-13-45T99:99:99Z")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("_________________________________")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        using var backend = await scene.BackendAsync();

        var reply = (await backend.GetReplyAsync($"/v1/connections?cursor={Uri.EscapeDataString(cursor)}")).With(400);

        reply.Json.GetProperty("detail").GetString()!.ShouldContain("cursor");
    }

    [Fact]
    public async Task Another_organizations_connection_is_not_there()
    {
        using var backend = await scene.BackendAsync();
        using var other = await scene.BackendAsync();
        var connection = await ConnectionScene.ConnectAsync(backend, "mine", new { owner = "ada" });

        (await other.GetReplyAsync($"/v1/connections/{Id(connection)}")).With(404)["code"].ShouldBe("connection_not_found");
        (await PatchAsync(other, Id(connection), new { name = "Yours" })).With(404);
        (await other.DeleteReplyAsync($"/v1/connections/{Id(connection)}")).With(404);
        (await other.PostReplyAsync($"/v1/connections/{Id(connection)}/check", null)).With(404);
        (await other.PostReplyAsync("/v1/runs", new { owner = "ada", tool = "mirror", action = "who", connection_id = Id(connection) })).With(404);
        (await ListAsync(other, "owner=ada")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_check_finds_out_that_the_service_took_the_credential_back()
    {
        using var backend = await scene.BackendAsync();
        var connection = await ConnectionScene.ConnectAsync(backend, "taken", new { owner = "ada" });
        scene.TakeBack("taken");
        (await backend.PostReplyAsync("/v1/runs", new { owner = "ada", tool = "mirror", action = "who" })).With(400)["code"].ShouldBe("invalid_credentials");

        var after = (await backend.GetReplyAsync($"/v1/connections/{Id(connection)}")).With(200);

        after["state"].ShouldBe("needs_reconnect");
        after.Json.GetProperty("last_error").GetProperty("code").GetString().ShouldBe("needs_reconnect");
        (await ConnectionScene.ConnectAsync(backend, "given", new { owner = "ada", account = "default" })).GetProperty("id").GetString()
            .ShouldBe(Id(connection));
        (await ConnectionScene.WhoAsync(backend, new { owner = "ada" })).ShouldBe("given");
    }

    [Fact]
    public async Task A_run_is_found_by_its_id_with_its_connection()
    {
        using var backend = await scene.BackendAsync();
        var connection = await ConnectionScene.ConnectAsync(backend, "told", new { owner = "ada" });
        var run = (await backend.PostReplyAsync("/v1/runs", new { owner = "ada", tool = "mirror", action = "who" })).With(200);

        run["connection_id"].ShouldBe(Id(connection));
        await Eventually.SoAsync(
            "record of the run", async () => (await backend.GetReplyAsync($"/v1/runs/{run["id"]}")).Status == 200, TimeSpan.FromSeconds(20));
        var record = (await backend.GetReplyAsync($"/v1/runs/{run["id"]}")).With(200);
        (record["owner"], record["connection_id"], record.Json.GetProperty("success").GetBoolean()).ShouldBe(("ada", Id(connection), true));
        (await backend.GetReplyAsync("/v1/runs?owner=ada&success=true")).With(200).Json.GetProperty("items")[0].GetProperty("id").GetString()
            .ShouldBe(run["id"]);
    }

    [Fact]
    public async Task A_connection_that_is_asked_for_twice_with_one_key_is_made_once()
    {
        using var backend = await scene.BackendAsync();
        var body = new { tool = "mirror", owner = "ada", name = "Once", credentials = new { token = "once" } };
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await backend.CallAsync(HttpMethod.Post, "/v1/connections", body, key);
        var again = await backend.CallAsync(HttpMethod.Post, "/v1/connections", body, key);
        var other = await backend.CallAsync(HttpMethod.Post, "/v1/connections", body with { name = "Other" }, key);

        again.With(201).Text.ShouldBe(first.With(201).Text);
        other.With(400)["code"].ShouldBe("idempotency_key_reused");
        (await ListAsync(backend, "owner=ada")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_has_begun_with_a_key_is_done_once_although_its_caller_hung_up()
    {
        using var backend = await scene.BackendAsync();
        using var hangUp = new CancellationTokenSource();
        var body = new { tool = "slow", owner = "ada", credentials = new { password = "p" } };
        var key = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/connections") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);

        var first = backend.SendAsync(request, hangUp.Token);
        await scene.Logins.WaitAsync().ComesAsync("login", TimeSpan.FromSeconds(90));
        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        scene.LoginAnswers.Release();
        Reply again = null!;
        await Eventually.BecomesAsync(
            async () => (again = await backend.CallAsync(HttpMethod.Post, "/v1/connections", body, ("Idempotency-Key", key))).Status != 409, "kept answer");

        var made = (await ListAsync(backend, "owner=ada")).ShouldHaveSingleItem();
        again.With(201).Json.GetProperty("connection").GetProperty("id").GetString().ShouldBe(Id(made));
    }

    [Fact]
    public async Task What_was_refused_gives_its_key_back()
    {
        using var backend = await scene.BackendAsync();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        (await backend.CallAsync(HttpMethod.Post, "/v1/connections", new { tool = "mirror", owner = "ada", credentials = new { } }, key)).With(400);
        (await backend.CallAsync(HttpMethod.Post, "/v1/connections", new { tool = "mirror", owner = "ada", credentials = new { token = "t" } }, key)).With(201);
    }

    private static string Id(JsonElement connection) => connection.GetProperty("id").GetString()!;

    private static Task<Reply> PatchAsync(HttpClient client, string id, object body) => client.CallAsync(HttpMethod.Patch, $"/v1/connections/{id}", body);

    private static async Task<List<JsonElement>> ListAsync(HttpClient client, string query) =>
        [.. (await client.GetReplyAsync($"/v1/connections?{query}")).With(200).Json.GetProperty("items").EnumerateArray()];
}
