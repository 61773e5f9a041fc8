using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>Two organizations each have a <c>user123</c>, and the two never meet.</summary>
public sealed class IsolationTests : IAsyncLifetime
{
    private const string Name = "user123";

    private readonly SimpleScene _scene = new();
    private Owner _ofAcme = null!;
    private Owner _ofGlobex = null!;

    public async Task InitializeAsync()
    {
        await _scene.InitializeAsync();
        _ofAcme = new(await _scene.ModuleX.ClientOfAsync("acme"), Name);
        _ofGlobex = new(await _scene.ModuleX.ClientOfAsync("globex"), Name);
    }

    public async Task DisposeAsync()
    {
        _ofAcme.Client.Dispose();
        _ofGlobex.Client.Dispose();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task What_one_has_connected_the_other_has_not()
    {
        await _ofAcme.ConnectedToAsync("github", new { token = _scene.Token });

        (await _ofAcme.ExecuteAsync("github", "list_repositories")).With(200);
        (await _ofGlobex.ExecuteAsync("github", "list_repositories")).With(404);
        (await _ofGlobex.ListFunctionsAsync()).With(200).Json.GetArrayLength().ShouldBe(0);
        (await _ofGlobex.ListToolsAsync()).With(200).Json.GetProperty("tools").EnumerateArray()
            .ShouldAllBe(tool => !tool.GetProperty("is_authenticated").GetBoolean());
    }

    [Fact]
    public async Task Each_runs_with_its_own_credential()
    {
        await _ofAcme.ConnectedToAsync("github", new { token = "token-of-acme" });
        await _ofGlobex.ConnectedToAsync("github", new { token = "token-of-globex" });

        (await _ofAcme.ExecuteAsync("github", "list_repositories")).With(200);
        (await _ofGlobex.ExecuteAsync("github", "list_repositories")).With(200);

        _scene.Executions.Select(request => request.Header("Authorization")).ShouldBe(["Bearer token-of-acme", "Bearer token-of-globex"]);
    }

    [Fact]
    public async Task Neither_can_switch_or_disconnect_the_others_tool()
    {
        await _ofAcme.ConnectedToAsync("github", new { token = _scene.Token });

        (await _ofGlobex.SetActiveAsync("github", false)).With(404);
        (await _ofGlobex.SetDisabledAsync("github", "list_repositories", true)).With(404);
        (await _ofGlobex.DisconnectAsync("github")).With(404);

        (await _ofAcme.ExecuteAsync("github", "list_repositories")).With(200);
    }

    [Fact]
    public async Task An_authorization_that_one_began_connects_that_one_only()
    {
        var url = (await _ofAcme.Client.GetReplyAsync($"/auth/url/github?user_id={Name}")).With(200)["auth_url"]!;

        (await _scene.Client.GetReplyAsync(url)).With(200);

        (await _ofAcme.ExecuteAsync("github", "list_repositories")).With(200);
        (await _ofGlobex.ExecuteAsync("github", "list_repositories")).With(404);
    }

    [Theory]
    [InlineData("user123 ")]
    [InlineData("USER123")]
    [InlineData("user123:x")]
    [InlineData("user123%")]
    public async Task A_name_that_only_looks_the_same_is_another_user(string lookalike)
    {
        await _ofAcme.ConnectedToAsync("github", new { token = _scene.Token });

        var reply = await (_ofAcme with { Name = lookalike }).ExecuteAsync("github", "list_repositories");

        reply.With(404);
    }
}
