using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>Document 1's integrations: the tools of an organization, as its admins and members see them.</summary>
public sealed class IntegrationTests(IntegrationScene scene) : IClassFixture<IntegrationScene>
{
    private static readonly string Secret = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Tool_is_installed_once_and_taken_away_again()
    {
        var at = await scene.StartAsync();

        var installed = (
            await at.Owner.Client.PostReplyAsync(at.Path("install"), new { tool_name = "slack", config_data = new { default_channel = "#general" } }))
            .With(200);

        installed.Json.EnumerateObject().Select(field => field.Name).ShouldBe(["success", "message", "organization_id", "tool_name", "installed_at"]);
        (installed["message"], installed["organization_id"], installed["tool_name"])
            .ShouldBe(("Tool 'slack' installed successfully for organization", at.Organization, "slack"));
        (await at.Owner.Client.PostReplyAsync(at.Path("install"), new { tool_name = "slack" })).With(409)["detail"]
            .ShouldBe("Tool 'slack' is already installed for this organization");
        (await at.Owner.Client.PostReplyAsync(at.Path("install"), new { tool_name = "nothing" })).With(404);
        (await NamesAsync(at.Member, at.Path("installed"))).ShouldBe(["slack"]);
        (await NamesAsync(at.Member, at.Path("not-installed"))).ShouldNotContain("slack");

        (await at.Owner.Client.DeleteReplyAsync(at.Path("slack"))).With(200).Text
            .ShouldBe(
                """{"success":true"""
                + $$""","message":"Tool 'slack' uninstalled successfully from organization","organization_id":"{{at.Organization}}","tool_name":"slack"}""");
        (await at.Owner.Client.DeleteReplyAsync(at.Path("slack"))).With(404)["detail"].ShouldBe("Tool 'slack' is not installed for this organization");
        (await NamesAsync(at.Member, at.Path("installed"))).ShouldBeEmpty();
        (await NamesAsync(at.Member, at.Path("not-installed"))).ShouldContain("slack");
    }

    [Fact]
    public async Task Limit_of_the_organization_holds_however_a_tool_comes()
    {
        var at = await scene.StartAsync(maxTools: 2);
        await at.InstallAsync("slack");

        var outcomes = await Task.WhenAll(
            ((string[])["mock", "notion", "gmail"]).Select(tool => at.Owner.Client.PostReplyAsync(at.Path("install"), new { tool_name = tool })));

        outcomes.Select(outcome => outcome.Status).Order().ShouldBe([200, 409, 409]);
        outcomes.First(outcome => outcome.Status == 409)["detail"].ShouldBe("The organization has reached its limit of 2 tools");
        (await at.Owner.Client.PostReplyAsync(at.Path("github/admin-install"), new { environment_variables = new { GITHUB_CLIENT_ID = "id" } })).With(409);
        (await at.Owner.Client.PostReplyAsync(at.Path("sync"), null)).With(200);
        (await NamesAsync(at.Member, at.Path("installed"))).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Members_see_no_secret_of_a_configuration()
    {
        var at = await scene.StartAsync();
        var config = new { webhook_url = "https://x.example/hook", Bot_Token = Secret, nested = new[] { new { Password = Secret, level = 1 } },
            credentials = new { user = "ann", pin = Secret }, github_webhook_secret = (string?)null };
        (await at.Owner.Client.PostReplyAsync(at.Path("install"), new { tool_name = "github", config_data = config })).With(200);

        var forMember = (await at.Member.Client.GetReplyAsync(at.Path("installed"))).With(200).Json.GetProperty("tools")[0];
        var forOwner = (await at.Owner.Client.GetReplyAsync(at.Path("installed"))).With(200).Json.GetProperty("tools")[0];

        forMember.EnumerateObject().Select(field => field.Name).ShouldBe(["name", "display_name", "description", "is_active", "installed_at", "config_data"]);
        forMember.GetProperty("config_data").ToString()
            .ShouldBe(
                """{"webhook_url":"https://x.example/hook","Bot_Token":"***","nested":[{"Password":"***","level":1}]"""
                + ""","credentials":"***","github_webhook_secret":null}""");
        forOwner.GetProperty("config_data").ToString().ShouldContain(Secret);
        (await at.Owner.Client.GetReplyAsync(at.Path("github/config"))).With(200).Json.GetProperty("config_data").GetProperty("Bot_Token").GetString()
            .ShouldBe(Secret);
        (await at.Member.Client.GetReplyAsync(at.Path("github/config"))).With(403);
    }

    [Fact]
    public async Task Configuration_is_replaced_and_hidden_secrets_stay()
    {
        var at = await scene.StartAsync();
        await at.InstallAsync("slack", new { token = Secret, channel = "#general", inner = new { api_key = Secret } });

        (await at.Owner.Client.PutReplyAsync(
            at.Path("slack/config"), new { config_data = new { token = "***", channel = "***", inner = new { api_key = "***" } } })).With(200)["message"]
            .ShouldBe("Configuration updated successfully for tool 'slack'");

        var stored = (await at.Owner.Client.GetReplyAsync(at.Path("slack/config"))).With(200);
        stored.Json.EnumerateObject().Select(field => field.Name).ShouldBe(["success", "organization_id", "tool_name", "config_data"]);
        stored.Json.GetProperty("config_data").ToString()
            .ShouldBe(JsonSerializer.Serialize(new { token = Secret, channel = "***", inner = new { api_key = Secret } }));
        var refused = (
            await at.Owner.Client.PutReplyAsync(at.Path("slack/config"),
            new { config_data = new { secret = "***", list = new[] { new { token = "***" } } } })).With(422);
        refused.Json.GetProperty("error").GetProperty("details").EnumerateArray().Select(problem => problem.GetProperty("pointer").GetString())
            .ShouldBe(["/config_data/secret", "/config_data/list/0/token"]);
        (await at.Owner.Client.PutReplyAsync(at.Path("slack/config"), new { config_data = new { } })).With(200);
        (await at.Owner.Client.GetReplyAsync(at.Path("slack/config"))).With(200).Json.GetProperty("config_data").ToString().ShouldBe("{}");
        (await at.Owner.Client.PutReplyAsync(at.Path("mock/config"), new { config_data = new { } })).With(404);
        (await at.Owner.Client.GetReplyAsync(at.Path("mock/config"))).With(404);
    }

    [Theory]
    [InlineData("""{"config_data":[1]}""")]
    [InlineData("""{"config_data":"text"}""")]
    [InlineData("""{"config_data":{"a":"\ud800"}}""")]
    [InlineData("""{"config_data":{"a":1,"a":2}}""")]
    [InlineData("{}")]
    public async Task Configuration_is_an_object(string body)
    {
        var at = await scene.StartAsync();
        await at.InstallAsync("slack");

        (await at.Owner.Client.PutReplyAsync(at.Path("slack/config"), body)).With(422);
    }

    [Fact]
    public async Task Every_tool_is_shown_with_what_it_needs()
    {
        var at = await scene.StartAsync();

        var available = (await at.Member.Client.GetReplyAsync(at.Path("available"))).With(200).Json;
        var github = available.GetProperty("tools").EnumerateArray().Single(tool => tool.GetProperty("name").GetString() == "github");
        var schema = (await at.Member.Client.GetReplyAsync(at.Path("github/schema"))).With(200).Json.GetProperty("schema");

        available.GetProperty("total").GetInt32().ShouldBe(available.GetProperty("tools").GetArrayLength());
        github.EnumerateObject().Select(field => field.Name)
            .ShouldBe(["name", "display_name", "description", "version", "author", "categories", "logo", "app_url", "actions", "environment_variables"]);
        github.GetProperty("environment_variables")[0].EnumerateObject().Select(field => field.Name).ShouldBe(["name", "description", "sample_format"]);
        schema.EnumerateObject().Select(field => field.Name)
            .ShouldBe(["name", "display_name", "description", "version", "auth_type", "actions", "environment_variables"]);
        schema.GetProperty("auth_type").GetString().ShouldBe("oauth2");
        schema.GetProperty("actions")[0].GetProperty("parameters").GetProperty("type").GetString().ShouldBe("object");
        schema.GetProperty("environment_variables").EnumerateArray()
            .Select(one => (one.GetProperty("name").GetString(), one.GetProperty("required").GetBoolean()))
            .ShouldBe([("GITHUB_CLIENT_ID", true), ("GITHUB_CLIENT_SECRET", true), ("GITHUB_WEBHOOK_SECRET", false)]);
        (await at.Member.Client.GetReplyAsync(at.Path("nothing/schema"))).With(404);
    }

    [Fact]
    public async Task Organization_of_a_stranger_is_refused()
    {
        var (at, other) = (await scene.StartAsync(), await scene.StartAsync());
        await at.InstallAsync("slack", new { token = Secret });

        foreach (var path in (string[])["installed", "available", "not-installed", "status", "github/schema"])
        {
            (await other.Owner.Client.GetReplyAsync(at.Path(path))).With(403);
            (await at.Member.Client.GetReplyAsync(at.Path(path))).With(200);
            // Without an organization it is the home of the one who asks.
            (await at.Member.Client.GetReplyAsync($"/api/integrations/{path}")).With(200);
            (await scene.Server.Client.GetReplyAsync(at.Path(path))).With(401);
        }
        (await other.Owner.Client.GetReplyAsync(at.Path("slack/config"))).With(403);
        (await other.Owner.Client.GetReplyAsync(other.Path("slack/config"))).With(404);
        (await other.Owner.Client.DeleteReplyAsync(other.Path("slack"))).With(404);
        (await NamesAsync(other.Owner, other.Path("installed"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST", "install", """{"tool_name":"mock"}""")]
    [InlineData("DELETE", "slack", null)]
    [InlineData("PUT", "slack/config", """{"config_data":{}}""")]
    [InlineData("GET", "slack/config", null)]
    [InlineData("GET", "admin-status", null)]
    [InlineData("POST", "sync", null)]
    [InlineData("POST", "github/admin-install", """{"environment_variables":{}}""")]
    [InlineData("PUT", "slack/environment", """{"environment_variables":{}}""")]
    public async Task What_is_for_admins_of_the_organization_is_closed_to_members(string verb, string path, string? body)
    {
        var at = await scene.StartAsync();
        await at.InstallAsync("slack");

        (await at.Member.Client.CallAsync(new HttpMethod(verb), at.Path(path), body)).With(403);
        (await scene.Server.Client.CallAsync(new HttpMethod(verb), at.Path(path), body)).With(401);
        (await at.Owner.Client.CallAsync(new HttpMethod(verb), at.Path(path), body)).With(200);
    }

    private static async Task<string?[]> NamesAsync(SignedIn person, string path) =>
        [.. (await person.Client.GetReplyAsync(path)).With(200).Json.GetProperty("tools").EnumerateArray()
            .Select(tool => tool.GetProperty("name").GetString())];
}
