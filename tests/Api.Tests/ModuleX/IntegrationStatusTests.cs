using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>How an organization's tools are, and the sync with what the server is set up for.</summary>
public sealed class IntegrationStatusTests(IntegrationScene scene) : IClassFixture<IntegrationScene>
{
    [Fact]
    public async Task Status_counts_installed_tools_and_their_users()
    {
        var at = await scene.StartAsync();
        await at.InstallAsync("github");
        (await at.Member.Client.PostReplyAsync("/api/auth/manual",
            new { tool_name = "github", credentials = new { token = Guid.NewGuid().ToString("N") } })).With(200);

        var status = (await at.Member.Client.GetReplyAsync(at.Path("status"))).With(200).Json.GetProperty("status");

        status.EnumerateObject().Select(field => field.Name).ShouldBe(["total_available", "total_installed", "installation_rate", "integrations"]);
        var available = status.GetProperty("total_available").GetInt32();
        status.GetProperty("total_installed").GetInt32().ShouldBe(1);
        status.GetProperty("installation_rate").GetDouble().ShouldBe(Math.Round(100.0 / available, 1));
        status.GetProperty("integrations").GetArrayLength().ShouldBe(available);
        ToolIn(status, "github").ToString().ShouldBe("""{"name":"github","display_name":"GitHub","is_installed":true,"is_active":true,"user_count":1}""");
        ToolIn(status, "slack").ToString().ShouldBe("""{"name":"slack","display_name":"Slack","is_installed":false,"is_active":false,"user_count":0}""");
    }

    [Fact]
    public async Task Sync_installs_what_the_server_is_set_up_for_and_is_remembered()
    {
        var at = await scene.StartAsync();
        (await AdminStatusAsync(at)).GetProperty("last_sync").ValueKind.ShouldBe(JsonValueKind.Null);

        var synced = (await at.Owner.Client.PostReplyAsync(at.Path("sync"), null)).With(200);

        synced["message"].ShouldBe("Integration sync completed successfully");
        synced.Json.EnumerateObject().Select(field => field.Name).ShouldBe(["success", "message", "synced_count"]);
        // slack has its client, one half by its own name and one by the setting; mock and n8n need nothing; notion has half a client; r2r has an
        // optional variable.
        (await InstalledAsync(at)).ShouldBe(["mock", "n8n", "slack"]);
        var status = await AdminStatusAsync(at);
        status.GetProperty("total_available").GetInt32().ShouldBe(synced.Json.GetProperty("synced_count").GetInt32());
        status.GetProperty("last_sync").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        (await at.Owner.Client.PostReplyAsync(at.Path("sync"), null)).With(200);
        (await InstalledAsync(at)).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Sync_installs_nothing_where_nothing_is_asked_for()
    {
        var at = await scene.StartAsync();

        (await at.Owner.Client.PostReplyAsync(at.Path("sync") + "&auto_install=false", null)).With(200);

        (await InstalledAsync(at)).ShouldBeEmpty();
        (await at.Owner.Client.PostReplyAsync(at.Path("sync") + "&auto_install=perhaps", null)).With(422);
    }

    [Fact]
    public async Task Health_falls_with_the_tools_that_lack_variables()
    {
        var at = await scene.StartAsync();
        await at.InstallAsync("mock");
        await at.InstallAsync("slack");
        var good = await AdminStatusAsync(at);
        await at.InstallAsync("github");
        var degraded = await AdminStatusAsync(at);
        await at.InstallAsync("gmail");
        var poor = await AdminStatusAsync(at);

        good.EnumerateObject().Select(field => field.Name)
            .ShouldBe(["total_available", "total_installed", "environment_configured", "missing_environment", "installation_health", "last_sync"]);
        (HealthOf(good), HealthOf(degraded), HealthOf(poor)).ShouldBe(("good 2 of 2", "degraded 2 of 3", "poor 2 of 4"));
        poor.GetProperty("missing_environment").ToString().ShouldBe("""["github","gmail"]""");
    }

    [Fact]
    public async Task Deployment_counts_what_any_organization_has_installed()
    {
        var at = await scene.StartAsync();
        await at.InstallAsync("gdrive");

        var deployment = (await scene.Server.Client.GetReplyAsync("/api/system/deployment-status")).With(200).Json.GetProperty("deployment");

        var installed = deployment.GetProperty("installed_tools").EnumerateArray().Select(tool => tool.GetString()).ToList();
        installed.ShouldContain("gdrive");
        installed.ShouldBeUnique();
        deployment.GetProperty("installed_tools_count").GetInt32().ShouldBe(installed.Count);
        deployment.GetProperty("user_accessible_tools_count").GetInt32().ShouldBe(installed.Count);
    }

    [Fact]
    public async Task Deleted_organization_takes_its_tools_along()
    {
        var at = await scene.StartAsync();
        await at.InstallAsync("gcalendar");
        (await DeployedAsync()).ShouldContain("gcalendar");

        (await scene.Root.Client.DeleteReplyAsync($"/api/organizations/{at.Organization}")).With(200);

        (await DeployedAsync()).ShouldNotContain("gcalendar");
    }

    private async Task<string?[]> DeployedAsync() =>
        [.. (await scene.Server.Client.GetReplyAsync("/api/system/deployment-status")).With(200).Json.GetProperty("deployment")
            .GetProperty("installed_tools").EnumerateArray().Select(tool => tool.GetString())];

    private static string HealthOf(JsonElement status) =>
        $"{status.GetProperty("installation_health").GetString()} "
        + $"{status.GetProperty("environment_configured").GetInt32()} of {status.GetProperty("total_installed").GetInt32()}";

    private static async Task<JsonElement> AdminStatusAsync(InOrganization at) =>
        (await at.Owner.Client.GetReplyAsync(at.Path("admin-status"))).With(200).Json.GetProperty("admin_status");

    private static async Task<string?[]> InstalledAsync(InOrganization at) =>
        [.. (await at.Member.Client.GetReplyAsync(at.Path("installed"))).With(200).Json.GetProperty("tools").EnumerateArray()
            .Select(tool => tool.GetProperty("name").GetString())];

    private static JsonElement ToolIn(JsonElement status, string name) =>
        status.GetProperty("integrations").EnumerateArray().Single(tool => tool.GetProperty("name").GetString() == name);
}
