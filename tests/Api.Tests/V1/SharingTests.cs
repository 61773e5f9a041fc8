using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.ModuleX;

namespace ModuleX.Api.Tests.V1;

/// <summary>Connections that an organization shares with roles and with single people.</summary>
public sealed class SharingTests(ConnectionScene scene) : IClassFixture<ConnectionScene>
{
    private static int _teams;

    [Fact]
    public async Task Members_with_the_role_see_and_run_it_and_others_do_not()
    {
        var team = await TeamAsync();
        var role = await team.RoleAsync("Support");
        await team.GiveAsync(team.Ada, role);

        var shared = await team.ShareAsync("token-of-a-role", new { roles = new[] { role } });

        await ShouldUseAsync(team, team.Ada, shared, "token-of-a-role");
        await ShouldNotUseAsync(team, team.Bob, shared);
        await ShouldNotServeExternalOwnersAsync(team, shared);
    }

    [Fact]
    public async Task Taking_the_role_away_ends_it_and_giving_it_brings_it_back()
    {
        var team = await TeamAsync();
        var role = await team.RoleAsync("Support");
        await team.GiveAsync(team.Ada, role);
        var shared = await team.ShareAsync("token-for-a-while", new { roles = new[] { role } });
        await ShouldUseAsync(team, team.Ada, shared, "token-for-a-while");

        (await team.Owner.Client.CallAsync(HttpMethod.Delete, $"/api/v1/users/{team.Ada.Id}/roles", new { role_ids = new[] { role } })).With(200);

        await Eventually.SoAsync("end of the role", async () => (await team.RunAsync(team.Ada)).Status == 404, TimeSpan.FromSeconds(10));
        await ShouldNotUseAsync(team, team.Ada, shared);
        await team.GiveAsync(team.Ada, role);
        await Eventually.SoAsync("return of the role", async () => (await team.RunAsync(team.Ada)).Status == 200, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_person_sees_and_runs_it_until_the_rule_names_another()
    {
        var team = await TeamAsync();
        var shared = await team.ShareAsync("token-of-a-person", new { people = new[] { team.Ada.Id } });
        await ShouldUseAsync(team, team.Ada, shared, "token-of-a-person");
        await ShouldNotUseAsync(team, team.Bob, shared);
        await ShouldNotServeExternalOwnersAsync(team, shared);

        (await team.Owner.Client.CallAsync(HttpMethod.Patch, team.Path($"/v1/connections/{shared}"), new { sharing = new { people = new[] { team.Bob.Id } } }))
            .With(200);

        await Eventually.SoAsync("new rule", async () => (await team.RunAsync(team.Bob)).Status == 200, TimeSpan.FromSeconds(10));
        await ShouldUseAsync(team, team.Bob, shared, "token-of-a-person");
        await ShouldNotUseAsync(team, team.Ada, shared);
    }

    [Fact]
    public async Task A_member_neither_shares_nor_changes_what_is_shared()
    {
        var team = await TeamAsync();
        var shared = await team.ShareAsync("token-of-the-team", new { people = new[] { team.Ada.Id } });

        (await team.Ada.Client.PostReplyAsync(team.Path("/v1/connections"),
            new { tool = "mirror", sharing = new { everybody = true }, credentials = new { token = "t" } })).With(403)["code"].ShouldBe("sharing_forbidden");
        (await team.Ada.Client.CallAsync(HttpMethod.Patch, team.Path($"/v1/connections/{shared}"), new { sharing = new { everybody = true } })).With(403);
        (await team.Ada.Client.DeleteReplyAsync(team.Path($"/v1/connections/{shared}"))).With(403);
    }

    [Fact]
    public async Task An_unknown_tool_is_told_from_one_that_is_not_installed()
    {
        var team = await TeamAsync();

        var unknown = (await team.Ada.Client.PostReplyAsync(team.Path("/v1/runs"), new { tool = "mirrow", action = "who" })).With(404);

        unknown["code"].ShouldBe("tool_not_found");
        unknown.Json.GetProperty("details").GetProperty("did_you_mean").GetString().ShouldBe("mirror");
        (await team.Ada.Client.PostReplyAsync(team.Path("/v1/runs"), new { tool = "slow", action = "who" })).With(404)["code"].ShouldBe("tool_not_installed");
    }

    private static async Task ShouldUseAsync(Team team, SignedIn member, string shared, string token)
    {
        (await team.ListAsync(member)).Select(one => one.GetProperty("id").GetString()).ShouldBe([shared]);
        (await member.Client.GetReplyAsync(team.Path($"/v1/connections/{shared}"))).With(200);
        foreach (var run in new[] { await team.RunAsync(member), await team.RunAsync(member, shared), await team.ExecuteAsync(member) })
            run.With(200).Text.ShouldContain(token);
    }

    /// <summary>Neither by default nor by its id, and nothing is sent.</summary>
    private async Task ShouldNotUseAsync(Team team, SignedIn member, string shared)
    {
        var before = scene.Requests;

        (await team.ListAsync(member)).ShouldBeEmpty();
        (await member.Client.GetReplyAsync(team.Path($"/v1/connections/{shared}"))).With(404)["code"].ShouldBe("connection_not_found");
        (await team.RunAsync(member)).With(404)["code"].ShouldBe("tool_not_connected");
        (await team.RunAsync(member, shared)).With(404)["code"].ShouldBe("connection_not_found");
        (await team.ExecuteAsync(member)).With(404);
        scene.Requests.ShouldBe(before);
    }

    /// <summary>Not even one whom a backend calls by a member's id.</summary>
    private async Task ShouldNotServeExternalOwnersAsync(Team team, string shared)
    {
        var before = scene.Requests;

        foreach (var owner in new[] { team.Ada.Id, "ada" })
        {
            (await team.Backend.PostReplyAsync("/v1/runs", new { owner, tool = "mirror", action = "who" })).With(404)["code"].ShouldBe("tool_not_connected");
            (await team.Backend.PostReplyAsync("/v1/runs", new { owner, tool = "mirror", action = "who", connection_id = shared })).With(404)["code"]
                .ShouldBe("connection_not_found");
            (await team.Backend.PostReplyAsync($"/tools/mirror/execute?user_id={owner}", new { action = "who" })).With(404);
        }
        scene.Requests.ShouldBe(before);
    }

    private async Task<Team> TeamAsync()
    {
        var slug = $"team-{Interlocked.Increment(ref _teams)}";
        var organization = await scene.ModuleX.AddOrganizationAsync(slug);
        var team = new Team(
            organization, await AddAsync("owner", "owner"), await AddAsync("ada"), await AddAsync("bob"),
            scene.ModuleX.ClientWith((await scene.ModuleX.CreateKeyAsync(slug)).Plain));
        (await team.Owner.Client.PostReplyAsync(team.Path("/api/integrations/install"), new { tool_name = "mirror" })).With(200);
        return team;

        Task<SignedIn> AddAsync(string name, string role = "member") => scene.ModuleX.AddMemberAsync(organization, $"{name}-{slug}", role);
    }

    /// <summary>An organization that has installed <c>mirror</c>, two of its members, and its backend.</summary>
    private sealed record Team(string Organization, SignedIn Owner, SignedIn Ada, SignedIn Bob, HttpClient Backend)
    {
        public string Path(string path) => $"{path}?organization_id={Organization}";

        public async Task<string> RoleAsync(string name) =>
            (await Owner.Client.PostReplyAsync("/api/v1/roles", new { name, organization_id = Organization })).With(201)["id"]!;

        public async Task GiveAsync(SignedIn member, string role) =>
            (await Owner.Client.PostReplyAsync($"/api/v1/users/{member.Id}/roles", new { role_ids = new[] { role } })).With(200);

        /// <returns>The connection's id.</returns>
        public async Task<string> ShareAsync(string token, object sharing) =>
            (await Owner.Client.PostReplyAsync(Path("/v1/connections"), new { tool = "mirror", sharing, credentials = new { token } })).With(201).Json
                .GetProperty("connection").GetProperty("id").GetString()!;

        public async Task<List<JsonElement>> ListAsync(SignedIn member) =>
            [.. (await member.Client.GetReplyAsync(Path("/v1/connections"))).With(200).Json.GetProperty("items").EnumerateArray()];

        /// <param name="connection">Its id; null for the one that is meant without.</param>
        public Task<Reply> RunAsync(SignedIn member, string? connection = null) =>
            member.Client.PostReplyAsync(Path("/v1/runs"), new { tool = "mirror", action = "who", connection_id = connection });

        /// <summary>As document 1 executes.</summary>
        public Task<Reply> ExecuteAsync(SignedIn member) => member.Client.PostReplyAsync(Path("/tools/mirror/execute"), new { action = "who" });
    }
}
