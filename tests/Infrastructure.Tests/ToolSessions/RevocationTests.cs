using System.Text;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Tests.Catalog;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>The revocations that the shipped manifests describe, and what their services answer.</summary>
public sealed class RevocationTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new();
    private readonly OAuthClient _client = new("client-1", Guid.NewGuid().ToString("N"));
    private readonly string _token = Guid.NewGuid().ToString("N");
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Notion_revokes_with_the_client_as_basic_and_the_token_as_json()
    {
        (await RevokeAsync("notion")).Error.ShouldBeNull();

        var request = _upstream.Request;
        (request.Method, request.Target, request.Header("Content-Type")).ShouldBe(("POST", "/oauth/revoke", "application/json"));
        request.Header("Authorization").ShouldBe(Basic());
        request.Header("Notion-Version").ShouldNotBeNull();
        request.Text.ShouldBe($$"""{"token":"{{_token}}"}""");
    }

    [Fact]
    public async Task GitHub_deletes_the_grant_with_the_client_as_basic()
    {
        _upstream.Answer = context => Upstream.Send(context, null, [], 204);

        (await RevokeAsync("github")).Error.ShouldBeNull();

        var request = _upstream.Request;
        (request.Method, request.Target).ShouldBe(("DELETE", "/applications/client-1/grant"));
        request.Header("Authorization").ShouldBe(Basic());
        request.Text.ShouldBe($$"""{"access_token":"{{_token}}"}""");
    }

    [Fact]
    public async Task Slack_revokes_with_the_token_alone()
    {
        _upstream.Answer = context => Upstream.Json(context, """{"ok":true,"revoked":true}""");

        (await RevokeAsync("slack", withClient: false)).Error.ShouldBeNull();

        var request = _upstream.Request;
        (request.Method, request.Target, request.Text).ShouldBe(("POST", "/auth.revoke", ""));
        request.Header("Authorization").ShouldBe($"Bearer {_token}");
    }

    [Theory]
    [InlineData("slack", 200, """{"ok":false,"error":"internal_error"}""", "authorization_server_failed")]
    [InlineData("slack", 200, """{"ok":false,"error":"token_revoked"}""", null)]
    [InlineData("github", 404, """{"message":"Not Found"}""", null)]
    [InlineData("github", 401, """{"message":"Bad credentials"}""", "authorization_server_failed")]
    [InlineData("notion", 404, "{}", "authorization_server_failed")]
    [InlineData("notion", 503, "{}", "authorization_server_failed")]
    public async Task Answer_is_judged_by_the_tools_own_rules(string tool, int status, string body, string? code)
    {
        _upstream.Answer = context => Upstream.Json(context, body, status);

        (await RevokeAsync(tool)).Error?.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Credential_without_the_value_that_the_request_names_asks_nothing()
    {
        var target = await TargetAsync("notion");

        (await _services.AuthorizationServer.RevokeAsync(target with { Fields = new([new("other", "x")]) }, default)).Required();

        _upstream.Requests.ShouldBeEmpty();
    }

    private async Task<Domain.Results.Result<Domain.Results.Done>> RevokeAsync(string tool, bool withClient = true) =>
        await _services.AuthorizationServer.RevokeAsync((await TargetAsync(tool)) with { Client = withClient ? _client : null }, default);

    private async Task<AuthorizationTarget> TargetAsync(string name)
    {
        await using var catalog = new ACatalog(Repository.PathOf("integrations"), [($"Tools:{name}:Server", _upstream.Url.OriginalString)]);
        var tool = (await catalog.LoadAsync(Repository.PathOf("integrations"))).Tools.Single(one => one.Name == name);
        return new(tool, tool.Auth[0], _client, new([new(CredentialValues.AccessToken, _token)]));
    }

    private string Basic() => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{_client.Id}:{_client.Secret}"));
}
