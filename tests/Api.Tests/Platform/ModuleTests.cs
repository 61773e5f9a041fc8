using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Platform;

/// <summary>Modules: what is off is off everywhere, and what needs what.</summary>
public sealed class ModuleTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;
    private string _organization = "";

    private HttpClient Root => _scene.Root.Client;

    public async Task InitializeAsync()
    {
        _scene = await PlatformScene.StartAsync();
        _organization = (await Root.GetReplyAsync("/api/organizations/slug/default")).With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task A_disabled_module_is_gone_from_every_surface_on_the_next_request()
    {
        await InstallForOrganizationAsync("notes");
        (await Root.PostReplyAsync("/api/auth/manual", new { tool_name = "notes", credentials = new { token = Guid.NewGuid().ToString("N") } })).With(200);

        (await Root.PutReplyAsync("/api/modules/notes", new { enabled = false })).With(200)["status"].ShouldBe("installed");

        string[] lists = ["/api/auth/tools", "/api/tools/available", "/api/tools/user", "/api/tools/openai-tools", "/api/integrations/available",
            "/api/integrations/installed", "/api/integrations/not-installed"];
        foreach (var list in lists) (await Root.GetReplyAsync($"{list}?organization_id={_organization}"))
            .With(200).Text.ShouldNotContain("\"notes", Case.Sensitive, list);
        (await _scene.Server.Client.GetReplyAsync("/tools/")).With(200).Text.ShouldNotContain("\"notes\"");
        (await ExecuteAsync()).With(404);
        (await Root.PostReplyAsync("/api/auth/manual", new { tool_name = "notes", credentials = new { token = "t" } })).With(404);
        (await Root.PostReplyAsync($"/api/integrations/install?organization_id={_organization}", new { tool_name = "notes" })).With(404);
        (await _scene.Server.Client.PostReplyAsync("/tools/notes/execute?user_id=ada", new { action = "read" })).With(404);
        var audit = await _scene.NewestAuditAsync("module_disabled");
        audit.GetProperty("user_id").GetString().ShouldBe(_scene.Root.Id);
        audit.GetProperty("resource_id").GetString().ShouldBe("notes");

        (await Root.PutReplyAsync("/api/modules/notes", new { enabled = true })).With(200);
        (await Root.GetReplyAsync($"/api/integrations/installed?organization_id={_organization}")).With(200).Text.ShouldContain("\"notes\"");
        // Its service is not there; what is refused now is refused by the runner.
        (await ExecuteAsync()).Status.ShouldNotBe(404);
    }

    [Fact]
    public async Task A_connection_of_a_disabled_module_can_be_taken_back()
    {
        (await Root.PostReplyAsync("/api/auth/manual", new { tool_name = "notes", credentials = new { token = Guid.NewGuid().ToString("N") } })).With(200);
        (await Root.PutReplyAsync("/api/modules/notes", new { enabled = false })).With(200);

        (await Root.DeleteReplyAsync("/api/auth/tools/notes")).With(200);
    }

    [Fact]
    public async Task The_lists_of_the_configuration_are_the_state_of_the_modules()
    {
        (await Root.PutReplyAsync("/api/config", new { config = new { modules = new { disabled = new[] { "notes" } } } })).With(200);
        (await _scene.Server.Client.GetReplyAsync("/tools/notes")).With(404);

        var reply = (await Root.PutReplyAsync("/api/config", new { config = new { modules = new { enabled = new[] { "ledger", "notes" } } } })).With(200);

        reply.Json.GetProperty("config").GetProperty("modules").ToString().ShouldBe("""{"enabled":["ledger","notes"],"disabled":["reports"]}""");
        (await _scene.Server.Client.GetReplyAsync("/tools/notes")).With(200);
    }

    [Fact]
    public async Task What_others_need_stays_and_the_refusal_names_them()
    {
        foreach (var refused in new[]
            { await Root.PutReplyAsync("/api/modules/ledger", new { enabled = false }), await Root.DeleteReplyAsync("/api/modules/ledger?force=true") })
        {
            var error = refused.With(409).Json.GetProperty("error");
            error.GetProperty("code").GetString().ShouldBe("MODULE_ERROR");
            error.GetProperty("details").GetProperty("modules").GetString().ShouldBe("reports");
        }
        (await Root.PutReplyAsync("/api/config", new { config = new { modules = new { disabled = new[] { "ledger", "reports" } } } })).With(200);
        (await Root.PutReplyAsync("/api/modules/reports", new { enabled = true })).With(409);
    }

    [Fact]
    public async Task Installing_brings_what_is_needed_and_counts()
    {
        (await Root.DeleteReplyAsync("/api/modules/reports")).With(200);
        (await Root.DeleteReplyAsync("/api/modules/ledger")).With(200);
        (await Root.GetReplyAsync("/api/modules/ledger")).With(200)["status"].ShouldBe("available");
        (await Root.PostReplyAsync("/api/modules/install", new { module_id = "reports", version = "9.9.9" })).With(400);
        (await Root.PostReplyAsync("/api/modules/install", new { module_id = "nosuch" })).With(404).Json.GetProperty("error").GetProperty("code")
            .GetString().ShouldBe("MODULE_ERROR");

        (await Root.PostReplyAsync("/api/modules/install", new { module_id = "reports", version = "1.2.0" })).With(200)["status"].ShouldBe("installed");

        (await Root.GetReplyAsync("/api/modules")).With(200).Json.GetProperty("modules").EnumerateArray()
            .Select(module => module.GetProperty("status").GetString()).ShouldBe(["installed", "installed", "installed"]);
        (await Root.PostReplyAsync("/api/modules/install", new { module_id = "reports" })).With(409);
        await InstallForOrganizationAsync("ledger");
        (await OfferAsync("ledger")).GetProperty("downloads").GetInt64().ShouldBe(2);
        (await OfferAsync("notes")).GetProperty("downloads").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_module_that_organizations_have_goes_by_force_only_and_comes_back_with_what_they_kept()
    {
        await InstallForOrganizationAsync("notes");
        (await Root.DeleteReplyAsync("/api/modules/notes")).With(409).Json.GetProperty("error").GetProperty("details").GetProperty("organizations")
            .GetString().ShouldBe("1");

        (await Root.DeleteReplyAsync("/api/modules/notes?force=true")).With(200);

        (await ExecuteAsync()).With(404);
        (await Root.PutReplyAsync("/api/modules/notes", new { enabled = true })).With(409);
        (await Root.PostReplyAsync("/api/modules/install", new { module_id = "notes" })).With(200);
        (await Root.GetReplyAsync($"/api/integrations/installed?organization_id={_organization}")).With(200).Text.ShouldContain("\"notes\"");
    }

    [Fact]
    public async Task Settings_are_merged_checked_and_masked()
    {
        var pin = Guid.NewGuid().ToString("N");
        (await Root.PutReplyAsync("/api/modules/notes", new { settings = new { LEDGER_PIN = pin, LEDGER_REGION = "north" } }))
            .With(200).Text.ShouldNotContain(pin);

        var reply = (await Root.PutReplyAsync("/api/modules/notes", new { settings = new { LEDGER_PIN = "***", LEDGER_REGION = "south" } })).With(200);

        reply.Json.GetProperty("settings").ToString().ShouldBe("""{"LEDGER_PIN":"***","LEDGER_REGION":"south"}""");
        (await Root.PutReplyAsync("/api/modules/notes", new { settings = new { NOSUCH = "x", LEDGER_REGION = 1 } }))
            .With(400).Json.GetProperty("error").GetProperty("details").GetArrayLength().ShouldBe(2);
        (await Root.PutReplyAsync("/api/modules/notes", """{"settings":{"LEDGER_PIN":null}}""")).With(200).Json.GetProperty("settings").ToString()
            .ShouldBe("""{"LEDGER_REGION":"south"}""");
        (await _scene.NewestAuditAsync("module_settings_updated")).ToString().ShouldNotContain(pin);
        (await _scene.Server.StopAndReadDatabaseAsync()).ShouldNotContain(pin);
    }

    [Fact]
    public async Task Ratings_are_one_a_person_and_averaged()
    {
        var (ada, bob, eve) = (await _scene.AddPersonAsync("ada"), await _scene.AddPersonAsync("bob"), await _scene.AddPersonAsync("eve"));
        (await OfferAsync("notes")).GetProperty("rating").GetDouble().ShouldBe(0);
        (await ada.Client.PutReplyAsync("/api/modules/notes/rating", new { rating = 1 })).With(200);
        (await ada.Client.PutReplyAsync("/api/modules/notes/rating", new { rating = 5 })).With(200);
        (await bob.Client.PutReplyAsync("/api/modules/notes/rating", new { rating = 4 })).With(200);

        var rated = (await eve.Client.PutReplyAsync("/api/modules/notes/rating", new { rating = 4 })).With(200);

        rated.Json.GetProperty("rating").GetDouble().ShouldBe(4.33);
        foreach (var wrong in new[] { 0, 6 }) (await ada.Client.PutReplyAsync("/api/modules/notes/rating", new { rating = wrong })).With(400);
        (await ada.Client.PutReplyAsync("/api/modules/nosuch/rating", new { rating = 3 })).With(404);
        (await ada.Client.DeleteReplyAsync("/api/modules/notes/rating")).With(200);
        (await ada.Client.DeleteReplyAsync("/api/modules/notes/rating")).With(404);
        (await OfferAsync("notes")).GetProperty("rating").GetDouble().ShouldBe(4);
    }

    [Fact]
    public async Task The_marketplace_is_searched_and_tells_all_words()
    {
        (await NamesAsync("")).ShouldBe(["ledger", "notes", "reports"]);
        (await NamesAsync("?search=REPORT")).ShouldBe(["reports"]);
        (await NamesAsync("?category=finance")).ShouldBe(["ledger", "reports"]);
        (await NamesAsync("?tag=notes")).ShouldBe(["notes"]);
        (await NamesAsync("?page=2&per_page=2")).ShouldBe(["reports"]);
        var reply = (await Root.GetReplyAsync("/api/modules/marketplace?search=nothing")).With(200).Json;
        reply.GetProperty("categories").ToString().ShouldBe("""["finance","office"]""");
        reply.GetProperty("tags").ToString().ShouldBe("""["ledger","notes","reports"]""");
    }

    [Fact]
    public async Task Preferences_are_ones_own_and_limited()
    {
        var (ada, bob) = (await _scene.AddPersonAsync("ada"), await _scene.AddPersonAsync("bob"));
        (await ada.Client.PutReplyAsync("/api/preferences", """{"theme":"dark","layout":{"a":[1,null]},"gone":1}""")).With(200);

        var reply = (await ada.Client.PutReplyAsync("/api/preferences", """{"layout":{"b":2},"gone":null}""")).With(200);

        reply.Text.ShouldBe("""{"theme":"dark","layout":{"b":2}}""");
        (await ada.Client.GetReplyAsync("/api/preferences")).With(200).Text.ShouldBe(reply.Text);
        (await bob.Client.GetReplyAsync("/api/preferences")).With(200).Text.ShouldBe("{}");
        (await ada.Client.DeleteReplyAsync("/api/preferences/theme")).With(200);
        (await ada.Client.DeleteReplyAsync("/api/preferences/theme")).With(404);
        (await ada.Client.PutReplyAsync("/api/preferences", new { big = new string('x', 17_000) })).With(400);
        (await ada.Client.PutReplyAsync("/api/preferences", Enumerable.Range(0, 101).ToDictionary(number => $"k{number}", number => number))).With(400);
        (await ada.Client.PutReplyAsync("/api/preferences", new Dictionary<string, int> { [new string('k', 101)] = 1 })).With(400);
        (await ada.Client.PutReplyAsync("/api/preferences", "[]")).With(400);
    }

    private async Task InstallForOrganizationAsync(string tool) =>
        (await Root.PostReplyAsync($"/api/integrations/install?organization_id={_organization}", new { tool_name = tool })).With(200);

    private Task<Reply> ExecuteAsync() =>
        Root.PostReplyAsync($"/api/tools/notes/execute?organization_id={_organization}", new { action = "read", parameters = new { } });

    private async Task<JsonElement> OfferAsync(string name) =>
        (await Root.GetReplyAsync("/api/modules/marketplace")).With(200).Json.GetProperty("modules").EnumerateArray()
        .Single(module => module.GetProperty("id").GetString() == name);

    private async Task<string?[]> NamesAsync(string query) =>
        [.. (await Root.GetReplyAsync($"/api/modules/marketplace{query}")).With(200).Json.GetProperty("modules").EnumerateArray()
            .Select(module => module.GetProperty("id").GetString())];
}
