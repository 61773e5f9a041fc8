using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>Tools whose address belongs to the person, as n8n's.</summary>
public sealed class ConnectionFieldTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    [Fact]
    public async Task The_address_of_the_person_is_where_the_action_goes()
    {
        var key = Guid.NewGuid().ToString("N");
        var ada = await scene.Owner("ada").ConnectedToAsync("n8n", new { base_url = scene.Upstream.Url.OriginalString, api_key = key });

        var reply = await ada.ExecuteAsync("n8n", "list_workflows");

        reply.With(200).Json.GetProperty("result").GetProperty("data").GetArrayLength().ShouldBe(0);
        scene.Executions.Last().Target.ShouldStartWith("/api/v1/workflows");
        scene.Executions.Last().Header("X-N8N-API-KEY").ShouldBe(key);
    }

    [Fact]
    public async Task A_field_answers_to_its_alias()
    {
        var credentials = new { n8n_base_url = scene.Upstream.Url.OriginalString, n8n_api_key = "k" };

        var bob = await scene.Owner("bob").ConnectedToAsync("n8n", credentials);

        (await bob.ExecuteAsync("n8n", "test_connection")).With(200);
    }

    [Theory]
    [InlineData("""{"api_key":"k"}""", "/base_url", "is required")]
    [InlineData("""{"api_key":"k","base_url":"not a url"}""", "/base_url", "http or https")]
    [InlineData("""{"api_key":"k","base_url":"file:///etc/passwd"}""", "/base_url", "http or https")]
    [InlineData("""{"base_url":"http://127.0.0.1:1"}""", "/api_key", "is required")]
    [InlineData("""{"base_url":"http://127.0.0.1:1","api_key":"a\r\nX-Other: b"}""", "/api_key", "control characters")]
    public async Task A_field_that_is_missing_or_malformed_is_named(string credentials, string pointer, string said)
    {
        var body = $$"""{"user_id":"carol","tool_name":"n8n","credentials":{{credentials}}}""";

        var reply = (await scene.Client.PostReplyAsync("/auth/manual", body)).With(400);

        var problems = reply.Json.GetProperty("details").GetProperty("problems").EnumerateArray();
        problems.ShouldContain(problem => problem.GetProperty("pointer").GetString() == pointer && problem.GetProperty("message").GetString()!.Contains(said));
        (await scene.Owner("carol").ExecuteAsync("n8n", "list_workflows")).With(404);
    }

    [Fact]
    public async Task Two_people_have_two_servers()
    {
        await using var other = await Upstream.StartAsync();
        other.Answer = context => Upstream.Json(context, """{"data":[{"id":"other"}]}""");
        var dave = await scene.Owner("dave").ConnectedToAsync("n8n", new { base_url = scene.Upstream.Url.OriginalString, api_key = "k" });
        var erin = await scene.Owner("erin").ConnectedToAsync("n8n", new { base_url = other.Url.OriginalString, api_key = "k" });

        var ofDave = (await dave.ExecuteAsync("n8n", "list_workflows")).With(200);
        var ofErin = (await erin.ExecuteAsync("n8n", "list_workflows")).With(200);

        ofDave.Text.ShouldNotContain("other");
        ofErin.Text.ShouldContain("other");
    }
}
