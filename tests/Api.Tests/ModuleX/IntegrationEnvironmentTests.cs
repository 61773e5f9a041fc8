using System.Web;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>The environment variables of an organization's tools: written, used, and never shown again.</summary>
public sealed class IntegrationEnvironmentTests(IntegrationScene scene) : IClassFixture<IntegrationScene>
{
    private readonly string _client = $"client-{Guid.NewGuid():N}";
    private readonly string _secret = $"secret-{Guid.NewGuid():N}";

    [Fact]
    public async Task Admin_installs_with_variables_and_sets_them_again()
    {
        var at = await scene.StartAsync();

        var half = await AdminInstallAsync(at, new { GITHUB_CLIENT_ID = _client });
        var whole = await AdminInstallAsync(at, new { GITHUB_CLIENT_SECRET = _secret });

        half.Json.EnumerateObject().Select(field => field.Name)
            .ShouldBe(["success", "message", "organization_id", "tool_name", "environment_configured", "installed_at"]);
        (half["message"], half["environment_configured"]).ShouldBe(("Tool 'github' installed successfully with admin configuration", "False"));
        (whole["environment_configured"], whole["installed_at"]).ShouldBe(("True", half["installed_at"]));
    }

    [Fact]
    public async Task Variables_that_a_tool_does_not_have_are_refused_one_by_one()
    {
        var at = await scene.StartAsync();
        var body = new { environment_variables = new Dictionary<string,
            string?> { ["SECOND"] = "x", ["GITHUB_CLIENT_ID"] = "a\u0001b", ["FIRST"] = null, ["GITHUB_CLIENT_SECRET"] = new string('x', 8193) } };

        var refused = (await at.Owner.Client.PostReplyAsync(at.Path("github/admin-install"), body)).With(422);

        refused.Json.GetProperty("error").GetProperty("details").EnumerateArray().Select(problem => problem.GetProperty("pointer").GetString()).ShouldBe(
            ["/environment_variables/FIRST", "/environment_variables/GITHUB_CLIENT_ID", "/environment_variables/GITHUB_CLIENT_SECRET",
                "/environment_variables/SECOND"]);
        refused.Text.ShouldNotContain("xxx");
        (await at.Owner.Client.PostReplyAsync(at.Path("nothing/admin-install"), new { environment_variables = new { } })).With(404);
        (await at.Owner.Client.PostReplyAsync(at.Path("github/admin-install"), """{"environment_variables":{"GITHUB_CLIENT_ID":5}}""")).With(422);
        (await at.Owner.Client.PostReplyAsync(at.Path("github/admin-install"), "{}")).With(422);
        (await at.Owner.Client.GetReplyAsync(at.Path("installed"))).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Update_merges_and_an_empty_value_takes_away()
    {
        var at = await scene.StartAsync();
        await AdminInstallAsync(at, new { GITHUB_CLIENT_ID = _client, GITHUB_CLIENT_SECRET = _secret });

        (await UpdateAsync(at, new { GITHUB_WEBHOOK_SECRET = _secret, GITHUB_CLIENT_ID = "other" })).Text.ShouldBe(
            """{"success":true"""
            + $$""","message":"Environment variables updated successfully for tool 'github'","organization_id":"{{at.Organization}}","tool_name":"github","""
            + "\"updated_variables\":[\"GITHUB_CLIENT_ID\",\"GITHUB_WEBHOOK_SECRET\"]}");
        (await MissingAsync(at)).ShouldBeEmpty();
        await UpdateAsync(at, new { GITHUB_CLIENT_SECRET = (string?)null });
        (await MissingAsync(at)).ShouldBe(["github"]);
        await UpdateAsync(at, new { GITHUB_CLIENT_SECRET = _secret });
        await UpdateAsync(at, new { GITHUB_CLIENT_ID = "" });
        (await MissingAsync(at)).ShouldBe(["github"]);
        (await at.Owner.Client.PutReplyAsync(at.Path("slack/environment"), new { environment_variables = new { } })).With(404);
        (await at.Owner.Client.PutReplyAsync(at.Path("github/environment"), new { environment_variables = new { NOTHING = "x" } })).With(422);
    }

    [Fact]
    public async Task Values_are_never_shown_nor_logged_nor_audited()
    {
        var at = await scene.StartAsync();
        await AdminInstallAsync(at, new { GITHUB_CLIENT_ID = _client, GITHUB_CLIENT_SECRET = _secret });
        await UpdateAsync(at, new { GITHUB_WEBHOOK_SECRET = _secret });

        foreach (var path in (string[])["installed", "available", "not-installed", "status", "admin-status", "github/config", "github/schema"])
            (await at.Owner.Client.GetReplyAsync(at.Path(path))).With(200).Text.ShouldNotContain(_secret);
        var audit = (await scene.Root.Client.GetReplyAsync("/api/v1/audit/logs?resource=integration&size=100")).With(200);
        audit.Text.ShouldNotContain(_secret);
        audit.Text.ShouldContain("integration_environment_updated");
        scene.Server.Log.Lines.ShouldAllBe(line => !line.Contains(_secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_connect_through_the_client_of_their_organization()
    {
        var (at, other) = (await scene.StartAsync(), await scene.StartAsync());
        (await ClientIdAsync(at.Member)).ShouldBe(IntegrationScene.ServerClient);

        (await at.Owner.Client.PostReplyAsync(at.Path("slack/admin-install"), new { environment_variables = new { SLACK_CLIENT_ID = _client } })).With(200);
        (await ClientIdAsync(at.Member)).ShouldBe(IntegrationScene.ServerClient, "half a client is none");
        await at.Owner.Client.PutReplyAsync(at.Path("slack/environment"), new { environment_variables = new { SLACK_CLIENT_SECRET = _secret } });
        (await ClientIdAsync(at.Member)).ShouldBe(_client);
        (await ClientIdAsync(other.Member)).ShouldBe(IntegrationScene.ServerClient);

        (await at.Owner.Client.DeleteReplyAsync(at.Path("slack"))).With(200);
        (await ClientIdAsync(at.Member)).ShouldBe(IntegrationScene.ServerClient);
    }

    [Fact]
    public async Task People_whom_a_backend_names_connect_through_the_client_of_its_organization()
    {
        var at = await scene.StartAsync();
        (await at.Owner.Client.PostReplyAsync(
            at.Path("slack/admin-install"), new { environment_variables = new { SLACK_CLIENT_ID = _client, SLACK_CLIENT_SECRET = _secret } })).With(200);
        var slug = (await at.Owner.Client.GetReplyAsync($"/api/organizations/{at.Organization}/stats")).With(200).Json.GetProperty("organization")
            .GetProperty("slug").GetString()!;
        using var backend = scene.Server.ClientWith((await scene.Server.CreateKeyAsync(slug)).Plain);

        var url = (await backend.GetReplyAsync("/auth/url/slack?user_id=somebody")).With(200)["auth_url"]!;

        HttpUtility.ParseQueryString(new Uri(url).Query)["client_id"].ShouldBe(_client);
    }

    private static async Task<Reply> AdminInstallAsync(InOrganization at, object variables) =>
        (await at.Owner.Client.PostReplyAsync(at.Path("github/admin-install"), new { environment_variables = variables })).With(200);

    private static async Task<Reply> UpdateAsync(InOrganization at, object variables) =>
        (await at.Owner.Client.PutReplyAsync(at.Path("github/environment"), new { environment_variables = variables })).With(200);

    private static async Task<string?[]> MissingAsync(InOrganization at) =>
        [.. (await at.Owner.Client.GetReplyAsync(at.Path("admin-status"))).With(200).Json.GetProperty("admin_status")
            .GetProperty("missing_environment").EnumerateArray().Select(name => name.GetString())];

    private static async Task<string?> ClientIdAsync(SignedIn person) =>
        HttpUtility.ParseQueryString(new Uri((await person.Client.GetReplyAsync("/api/auth/url/slack")).With(200)["auth_url"]!).Query)["client_id"];
}
