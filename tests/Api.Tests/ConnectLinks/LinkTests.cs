using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ConnectLinks;

/// <summary>Who gets a link, for what, and what becomes of it, as the application sees it.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private ConnectScene _scene = null!;

    public async Task InitializeAsync() => _scene = await ConnectScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task A_link_is_connected_when_the_application_completes_it_with_the_code()
    {
        var (id, url) = await _scene.LinkAsync();
        (await _scene.StateOfAsync(id)).ShouldBe("open");

        var end = await ConnectScene.FinishAsync(_scene.Browser(), url);

        end.LeadsTo.ShouldNotBeNull().ShouldStartWith($"{ConnectScene.Return}?");
        end.LeadsTo!.ShouldContain("state=kept");
        (await _scene.StateOfAsync(id)).ShouldBe("awaiting_completion");
        (await _scene.IsConnectedAsync()).ShouldBeFalse();
        var completed = (await _scene.CompleteAsync(id, ConnectScene.CodeIn(end))).With(200);
        completed["state"].ShouldBe("completed");
        completed.Json.GetProperty("connection").GetProperty("tool").GetString().ShouldBe("formy");
        (await _scene.IsConnectedAsync()).ShouldBeTrue();
        (await _scene.CompleteAsync(id, ConnectScene.CodeIn(end))).With(409)["code"].ShouldBe("connect_link_used");
    }

    [Fact]
    public async Task Another_code_and_another_organization_complete_nothing()
    {
        var (id, url) = await _scene.LinkAsync();
        var end = await ConnectScene.FinishAsync(_scene.Browser(), url);
        var other = await ConnectScene.FinishAsync(_scene.Browser(), (await _scene.LinkAsync()).Url);

        (await _scene.CompleteAsync(id, ConnectScene.CodeIn(other))).With(403)["code"].ShouldBe("connect_link_code_wrong");
        using var stranger = await _scene.ModuleX.ClientOfAsync("elsewhere");
        (await stranger.PostReplyAsync($"/v1/connect-links/{id}/complete", new { code = ConnectScene.CodeIn(end) })).With(404);
        (await stranger.GetReplyAsync($"/v1/connect-links/{id}")).With(404);
        (await stranger.DeleteReplyAsync($"/v1/connect-links/{id}")).With(404);
        (await _scene.IsConnectedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_not_completed_in_time_is_wiped_and_can_not_be_completed_any_more()
    {
        var (id, url) = await _scene.LinkAsync();
        var code = ConnectScene.CodeIn(await ConnectScene.FinishAsync(_scene.Browser(), url));

        _scene.Clock.Advance(TimeSpan.FromMinutes(11));

        (await _scene.StateOfAsync(id)).ShouldBe("expired");
        (await _scene.CompleteAsync(id, code)).With(400)["code"].ShouldBe("connect_link_expired");
        (await _scene.IsConnectedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_revoked_link_is_gone_for_the_application_and_for_the_person()
    {
        var (id, url) = await _scene.LinkAsync();

        (await _scene.Application.DeleteReplyAsync($"/v1/connect-links/{id}")).With(204);

        (await _scene.Application.GetReplyAsync($"/v1/connect-links/{id}")).With(404);
        (await _scene.Browser().OpenAsync(url)).With(404).Title.ShouldBe("This link is not valid");
    }

    [Theory]
    [InlineData("https://app.example.com.evil.example/")]
    [InlineData("https://app.example.com@evil.example/")]
    [InlineData("http://app.example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//app.example.com/")]
    public async Task An_address_to_return_to_outside_of_the_list_is_refused(string address) =>
        (await _scene.AskAsync(new { owner = "jane", tool = "formy", return_url = address })).With(400)["code"].ShouldBe("return_url_refused");

    [Fact]
    public async Task What_can_not_be_a_link_is_refused()
    {
        (await _scene.AskAsync(new { owner = "jane", tool = "formy" })).With(400)["code"].ShouldBe("return_url_required");
        (await _scene.AskAsync(new { tool = "formy", return_url = ConnectScene.Return })).With(400).Text.ShouldContain("/owner");
        (await _scene.AskAsync(new { owner = "jane", tool = "nothing", return_url = ConnectScene.Return })).With(404);
        (await _scene.AskAsync(new { owner = "jane", tool = "formy", return_url = ConnectScene.Return, scopes = new[] { "x" } })).With(400)["code"]
            .ShouldBe("scope_unknown");
        (await _scene.AskAsync(new { owner = "jane", tool = "formy", return_url = ConnectScene.Return, expires_in = 3601 })).With(400);
        (await _scene.AskAsync(new { owner = "jane", tool = "formy", return_url = ConnectScene.Return, account = "No Slug" })).With(400);
        (await _scene.AskAsync(new { owner = "jane", tool = "formy", return_url = ConnectScene.Return, surprise = 1 })).With(400);
        (await _scene.AskAsync(new { owner = "jane", tool = "formy", return_url = ConnectScene.Return, display = "window" })).With(400).Text
            .ShouldContain("/display");
    }

    [Fact]
    public async Task Lists_give_the_newest_first_and_no_token()
    {
        var ids = new List<string>();
        for (var made = 0; made < 3; made++) ids.Add((await _scene.LinkAsync()).Id);

        var first = (await _scene.Application.GetReplyAsync("/v1/connect-links?limit=2&owner=jane")).With(200);
        var second = (await _scene.Application.GetReplyAsync($"/v1/connect-links?limit=2&owner=jane&cursor={first["next_cursor"]}")).With(200);

        first.Json.GetProperty("items").EnumerateArray().Concat(second.Json.GetProperty("items").EnumerateArray())
            .Select(item => item.GetProperty("id").GetString()).ShouldBe(Enumerable.Reverse(ids));
        first.Text.ShouldNotContain("mxl_");
        (await _scene.Application.GetReplyAsync("/v1/connect-links?owner=somebody")).With(200).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Two_accounts_of_one_tool_are_two_connections()
    {
        foreach (var account in new[] { "default", "work" })
        {
            var (id, url) = await _scene.LinkAsync(account);
            var completed = await _scene.CompleteAsync(id, ConnectScene.CodeIn(await ConnectScene.FinishAsync(_scene.Browser(), url)));
            completed.With(200).Json.GetProperty("connection").GetProperty("account").GetString().ShouldBe(account);
        }
    }

    [Fact]
    public async Task Neither_tokens_nor_codes_nor_credentials_are_logged_or_stored_readably()
    {
        var (id, url) = await _scene.LinkAsync();
        var end = await ConnectScene.FinishAsync(_scene.Browser(), url);
        var code = ConnectScene.CodeIn(end);
        (await _scene.CompleteAsync(id, code)).With(200);
        await _scene.Browser().OpenAsync("/connect/mxl_unknown-but-secret");

        string[] secrets = [url.Split('/')[^1], code, "mxl_unknown-but-secret"];
        foreach (var secret in secrets) _scene.ModuleX.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        var stored = await _scene.ModuleX.StopAndReadDatabaseAsync();
        foreach (var secret in secrets) stored.ShouldNotContain(secret);
    }
}
