using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Platform;

/// <summary>The configuration: what it takes, what it keeps of the past, and that it really governs.</summary>
public sealed class ConfigTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PlatformScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Nothing_decided_is_the_settings_of_the_server()
    {
        var config = (await _scene.Root.Client.GetReplyAsync("/api/config")).With(200).Json.GetProperty("config");

        config.ToString().ShouldBe(
            """{"general":{"site_name":"ModuleX","timezone":"UTC","locale":"en-US"}"""
            + ""","security":{"password_policy":{"min_length":8,"require_special":false},"session_timeout":604800}"""
            + ""","modules":{"enabled":["ledger","notes","reports"],"disabled":[]}}""");
    }

    [Fact]
    public async Task A_part_is_merged_and_the_history_and_the_audit_tell_who_did_it()
    {
        (await UpdateAsync(new { general = new { site_name = "Acme" } })).With(200);

        var reply = (await UpdateAsync(new { security = new { password_policy = new { min_length = 12 } } })).With(200);

        reply.Json.GetProperty("config").GetProperty("general").GetProperty("site_name").GetString().ShouldBe("Acme");
        var history = (await _scene.Root.Client.GetReplyAsync("/api/config/history?page=1&per_page=1")).With(200).Json;
        history.GetProperty("total").GetInt32().ShouldBe(2);
        var newest = history.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        newest.GetProperty("user_id").GetString().ShouldBe(_scene.Root.Id);
        MinLength(newest.GetProperty("before")).ShouldBe(8);
        MinLength(newest.GetProperty("after")).ShouldBe(12);
        var audit = await _scene.NewestAuditAsync("config_updated");
        audit.GetProperty("user_id").GetString().ShouldBe(_scene.Root.Id);
        audit.ToString().ShouldContain("min_length");
    }

    [Fact]
    public async Task The_password_policy_governs_the_next_request()
    {
        (await UpdateAsync(new { security = new { password_policy = new { min_length = 20, require_special = true } } })).With(200);

        (await _scene.RegisterAsync("short", "Abcdefgh12345!")).Text.ShouldContain("at least 20 characters");
        (await _scene.RegisterAsync("plain", $"Aa1{Guid.NewGuid():N}")).Text.ShouldContain("neither a letter nor a digit");
        (await _scene.RegisterAsync("good", $"Aa1!{Guid.NewGuid():N}")).With(201);
    }

    [Fact]
    public async Task A_session_that_is_left_alone_for_too_long_ends_for_good()
    {
        (await UpdateAsync(new { security = new { session_timeout = 300 } })).With(200);
        var (login, ada) = (await _scene.RegisterAsync("ada", $"Aa1!{Guid.NewGuid():N}"), default(HttpClient));
        ada = _scene.ToSignedIn(login.With(201)).Client;
        await UseAsync(ada);
        _scene.Clock.Advance(TimeSpan.FromSeconds(200));
        await UseAsync(ada);
        _scene.Clock.Advance(TimeSpan.FromSeconds(200));
        await UseAsync(ada);

        _scene.Clock.Advance(TimeSpan.FromSeconds(310));

        (await ada.GetReplyAsync("/api/status")).With(401).Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("INVALID_TOKEN");
        (await _scene.Server.Client.PostReplyAsync("/api/auth/refresh", new { refresh_token = login["refresh_token"] })).With(401);
        // Raising the limit does not bring ended sessions back.
        var root = _scene.ToSignedIn(await _scene.LoginAsync("root"));
        (await root.Client.PutReplyAsync("/api/config", new { config = new { security = new { session_timeout = 86400 } } })).With(200);
        (await ada.GetReplyAsync("/api/status")).With(401);
    }

    /// <summary>Uses a login session, and waits until that is written: a clock that jumps makes the server read what is stored.</summary>
    private Task UseAsync(HttpClient client) => Eventually.BecomesAsync(
        async () => (await client.GetReplyAsync("/api/auth/sessions")).With(200).Json.GetProperty("sessions").EnumerateArray()
            .Any(session => session.GetProperty("last_activity").GetDateTimeOffset() > _scene.Clock.GetUtcNow() - TimeSpan.FromSeconds(30)),
        "use that is written");

    [Fact]
    public async Task Without_a_limit_a_session_lasts_as_before()
    {
        var login = await _scene.LoginAsync("root");
        _scene.Clock.Advance(TimeSpan.FromDays(6));

        (await _scene.Server.Client.PostReplyAsync("/api/auth/refresh", new { refresh_token = login["refresh_token"] })).With(200);
    }

    [Fact]
    public async Task Every_wrong_member_is_named()
    {
        var reply = await UpdateAsync(new
        {
            general = new { site_name = "", timezone = "Mars/Base", locale = "xx-YY", color = "red" },
            security = new { password_policy = new { min_length = 7, require_special = "no" }, session_timeout = 59 },
            modules = new { enabled = new[] { "ledger", "nosuch" }, disabled = new[] { "ledger" } },
            other = 1,
        });

        var error = reply.With(400).Json.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("VALIDATION_ERROR");
        error.GetProperty("details").EnumerateArray().Select(problem => problem.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal).ShouldBe(
        [
            "/config/general/color", "/config/general/locale", "/config/general/site_name", "/config/general/timezone", "/config/modules/disabled",
            "/config/modules/enabled", "/config/other",
            "/config/security/password_policy/min_length", "/config/security/password_policy/require_special", "/config/security/session_timeout",
        ]);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"config":null}""")]
    [InlineData("""{"config":[]}""")]
    [InlineData("""{"config":{"general":null}}""")]
    [InlineData("""{"config":{"general":{"timezone":"../../etc/passwd"}}}""")]
    [InlineData("""{"config":{"modules":{"enabled":"ledger"}}}""")]
    [InlineData("""{"config":{"security":{"session_timeout":1e99}}}""")]
    [InlineData("""{"config":{"security":{"session_timeout":"300"}}}""")]
    public async Task What_is_no_configuration_is_refused(string body) => (await _scene.Root.Client.PutReplyAsync("/api/config", body)).With(400);

    [Fact]
    public async Task A_plain_user_neither_changes_nor_reads_it()
    {
        var ada = await _scene.AddPersonAsync("ada");

        (await ada.Client.GetReplyAsync("/api/config")).With(403);
        (await ada.Client.PutReplyAsync("/api/config", new { config = new { } })).With(403).Json.GetProperty("error").GetProperty("code").GetString()
            .ShouldBe("PERMISSION_DENIED");
        (await _scene.Server.Client.GetReplyAsync("/api/config")).With(401).Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("AUTH_REQUIRED");
    }

    [Fact]
    public async Task A_profile_is_applied_whole_and_the_history_names_it()
    {
        var config = JsonElement.Parse("""
            {"general":{"site_name":"Night","timezone":"Europe/Berlin","locale":"de-DE"},
             "security":{"password_policy":{"min_length":16,"require_special":true},"session_timeout":600},
             "modules":{"enabled":["ledger"],"disabled":["notes"]}}
            """);
        var profile = (await _scene.Root.Client.PostReplyAsync("/api/config/profiles", new { name = "Night", description = "After hours", config })).With(201);
        (await _scene.Root.Client.PostReplyAsync("/api/config/profiles", new { name = "NIGHT", description = "", config })).With(409);
        (await _scene.Root.Client.PostReplyAsync("/api/config/profiles", new { name = "Half", description = "", config = new { general = new { } } }))
            .With(400);

        var applied = (await _scene.Root.Client.PostReplyAsync($"/api/config/profiles/{profile["id"]}/apply", null)).With(200).Json.GetProperty("config");

        applied.GetProperty("general").GetProperty("site_name").GetString().ShouldBe("Night");
        applied.GetProperty("modules").ToString().ShouldBe("""{"enabled":["ledger","reports"],"disabled":["notes"]}""");
        (await _scene.Root.Client.GetReplyAsync("/api/config/history")).Json.GetProperty("changes")[0].GetProperty("profile_name").GetString()
            .ShouldBe("Night");
        (await _scene.NewestAuditAsync("config_profile_applied")).ToString().ShouldContain("Night");
        (await _scene.Root.Client.PutReplyAsync($"/api/config/profiles/{profile["id"]}", new { name = "Dusk" })).With(200)["name"].ShouldBe("Dusk");
        (await _scene.Root.Client.DeleteReplyAsync($"/api/config/profiles/{profile["id"]}")).With(200)["success"].ShouldBe("True");
        (await _scene.Root.Client.GetReplyAsync($"/api/config/profiles/{profile["id"]}")).With(404);
    }

    private Task<Reply> UpdateAsync(object config) => _scene.Root.Client.PutReplyAsync("/api/config", new { config });

    private static int MinLength(JsonElement config) => config.GetProperty("security").GetProperty("password_policy").GetProperty("min_length").GetInt32();
}
