using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>Every failure of document 2 has its status and one sentence under <c>detail</c>.</summary>
public sealed class ErrorTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    [Theory]
    [InlineData("GET", "/auth/url/nosuch?user_id=nobody", null, 404, "Tool nosuch not found")]
    [InlineData("GET", "/auth/url/github", null, 400, "user_id is required in the query")]
    [InlineData("GET", "/auth/url/slack?user_id=nobody", null, 400,
        "OAuth for slack is not set up on this server: set Tools:slack:ClientId and Tools:slack:ClientSecret to those of an OAuth app "
        + "registered at https://api.slack.com/apps, with the callback address *")]
    [InlineData("GET", "/auth/url/custom_api?user_id=nobody", null, 400,
        "Tool custom_api is connected with credentials: send them to POST /auth/manual (base_url, api_key)")]
    [InlineData("POST", "/auth/manual", """{"user_id":"nobody","tool_name":"nosuch","credentials":{}}""", 404, "Tool nosuch not found")]
    [InlineData("POST", "/auth/manual", """{"user_id":"nobody","tool_name":"github","credentials":{}}""", 400,
        "The credentials for github are not complete: *")]
    [InlineData("POST", "/auth/manual", """{"tool_name":"github","credentials":{"token":"t"}}""", 400, "user_id is required in the query or the body")]
    [InlineData("POST", "/auth/manual", """{"user_id":"nobody","credentials":{"token":"t"}}""", 400, "The request body lacks tool_name")]
    [InlineData("POST", "/auth/manual", """{"user_id":"nobody","tool_name":"github"}""", 400, "The request body lacks credentials")]
    [InlineData("GET", "/auth/callback/github?code=c&state=made-up", null, 400, "Invalid state: *")]
    [InlineData("GET", "/auth/callback/github", null, 400, "Invalid state: *")]
    [InlineData("GET", "/auth/callback/nosuch?code=c&state=made-up", null, 404, "Tool nosuch not found")]
    [InlineData("GET", "/auth/tools", null, 400, "user_id is required in the query")]
    [InlineData("GET", "/auth/tools?user_id=nobody&detail=perhaps", null, 400, "detail must be true or false")]
    [InlineData("PUT", "/auth/tools/github/status?user_id=nobody", """{"is_active":true}""", 404, "Tool github not found or not authenticated for user nobody")]
    [InlineData("PUT", "/auth/tools/nosuch/status?user_id=nobody", """{"is_active":true}""", 404, "Tool nosuch not found or not authenticated for user nobody")]
    [InlineData("PUT", "/auth/tools/github/status?user_id=nobody", "{}", 400, "The request body lacks is_active")]
    [InlineData("PUT", "/auth/tools/github/actions/list_repositories/status?user_id=nobody", """{"is_disabled":true}""", 404,
        "Tool github not found or not authenticated for user nobody")]
    [InlineData("PUT", "/auth/tools/nosuch/actions/list_repositories/status?user_id=nobody", """{"is_disabled":true}""", 404,
        "Tool nosuch not found or not authenticated for user nobody")]
    [InlineData("PUT", "/auth/tools/github/actions/nosuch/status?user_id=nobody", """{"is_disabled":true}""", 404, "Action nosuch not found for tool github")]
    [InlineData("DELETE", "/auth/tools/github?user_id=nobody", null, 404, "Tool github not found or not authenticated for user nobody")]
    [InlineData("DELETE", "/auth/tools/nosuch?user_id=nobody", null, 404, "Tool nosuch not found or not authenticated for user nobody")]
    [InlineData("GET", "/tools/nosuch", null, 404, "Tool nosuch not found")]
    [InlineData("POST", "/tools/nosuch/execute?user_id=nobody", """{"action":"a"}""", 404, "Tool nosuch not found")]
    [InlineData("POST", "/tools/github/execute?user_id=nobody", """{"action":"nosuch"}""", 404, "Action nosuch not found for tool github")]
    [InlineData("POST", "/tools/github/execute?user_id=nobody", """{"action":"list_repositories"}""", 404,
        "User nobody not authenticated for github. Please complete authentication.")]
    [InlineData("POST", "/tools/github/execute?user_id=nobody", """{"parameters":{}}""", 400, "The request body lacks action")]
    [InlineData("POST", "/tools/github/execute?user_id=nobody", """{"action":7}""", 400, "action must be the name of an action")]
    [InlineData("POST", "/tools/github/execute?user_id=nobody", """{"action":"list_repositories","parameters":[]}""", 400, "parameters must be an object")]
    [InlineData("POST", "/tools/github/execute", """{"action":"list_repositories"}""", 400, "user_id is required in the query or the body")]
    [InlineData("GET", "/tools/openai-tools", null, 400, "user_id is required in the query")]
    [InlineData("GET", "/nosuch", null, 404, "Not Found")]
    [InlineData("PATCH", "/health", null, 405, "Method Not Allowed")]
    public async Task A_failure_has_its_status_and_one_sentence(string method, string path, string? body, int status, string sentence)
    {
        var reply = await scene.Client.CallAsync(new HttpMethod(method), path, body);

        reply.With(status).ContentType.ShouldBe("application/json");
        if (sentence.EndsWith('*')) reply.Detail.ShouldStartWith(sentence.TrimEnd('*'));
        else reply.Detail.ShouldBe(sentence);
        reply.Json.EnumerateObject().Select(property => property.Name).Except(["detail", "code", "details"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_credential_asks_for_a_new_connection()
    {
        var ada = await scene.ConnectedAsync("ada-refused");
        var answer = scene.Upstream.Answer;
        scene.Upstream.Answer = context => Upstream.Json(context, """{"message":"Bad credentials"}""", 401);

        var refused = await ada.ExecuteAsync("github", "list_repositories");
        var again = await ada.ExecuteAsync("github", "list_repositories");
        scene.Upstream.Answer = answer;

        refused.With(400).Detail.ShouldBe("Tool execution failed: Invalid credentials for github");
        again.With(400).Detail.ShouldBe("Invalid authentication for github. Please re-authenticate.");
        again.Json.GetProperty("details").GetProperty("connect_url").GetString().ShouldStartWith(scene.Upstream.Url.OriginalString);
    }

    [Fact]
    public async Task Credentials_that_the_tool_refuses_are_not_stored()
    {
        var answer = scene.Upstream.Answer;
        scene.Upstream.Answer = context => Upstream.Json(context, """{"message":"Bad credentials"}""", 401);

        var reply = await scene.Owner("bob-refused").ConnectAsync("github", new { token = "wrong" });
        scene.Upstream.Answer = answer;

        reply.With(400).Detail.ShouldBe("GitHub refused these credentials");
        (await scene.Owner("bob-refused").ExecuteAsync("github", "list_repositories")).With(404);
    }

    [Fact]
    public async Task Credentials_that_could_not_be_tried_are_stored_with_a_warning()
    {
        var answer = scene.Upstream.Answer;
        scene.Upstream.Answer = context => Upstream.Json(context, """{"message":"oops"}""", 500);

        var reply = await scene.Owner("carl-untried").ConnectAsync("github", new { token = scene.Token });
        scene.Upstream.Answer = answer;

        reply.With(200)["verified"].ShouldBe("False");
        reply["warning"]!.ShouldStartWith("It is not known whether the credentials are good: ");
        (reply["success"], reply["message"]).ShouldBe(("True", "Manual credentials successfully registered for github"));
        var again = (await scene.Owner("carl-untried").ConnectAsync("github", new { token = scene.Token })).With(200);
        again.Json.TryGetProperty("verified", out _).ShouldBeFalse();
        (await scene.Owner("carl-untried").ExecuteAsync("github", "list_repositories")).With(200);
    }

    [Fact]
    public async Task Wrong_parameters_are_told_one_by_one_with_their_pointers()
    {
        var ada = await scene.ConnectedAsync("ada-parameters");

        var reply = await ada.ExecuteAsync("github", "create_issue", new { owner = 7, repo = "r", surprise = true });

        var problems = reply.With(400).Json.GetProperty("details").GetProperty("problems").EnumerateArray();
        problems.ShouldContain(problem => problem.GetProperty("message").GetString() == "\"title\" is required");
        problems.Select(problem => problem.GetProperty("pointer").GetString()).ShouldBe(["/title", "/owner", "/surprise"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_the_tool_refuses_is_told_with_its_status_and_body()
    {
        var ada = await scene.ConnectedAsync("ada-upstream");

        var reply = await ada.ExecuteAsync("github", "get_repository", new { owner = "o", repo = "nosuch" });

        var details = reply.With(400).Json.GetProperty("details");
        details.GetProperty("upstream_status").GetString().ShouldBe("404");
        details.GetProperty("upstream_body").GetString()!.ShouldContain("Not Found");
    }

    [Fact]
    public async Task A_tool_that_limits_the_rate_says_when_to_come_back()
    {
        var ada = await scene.ConnectedAsync("ada-limited");
        var answer = scene.Upstream.Answer;
        scene.Upstream.Answer = context =>
        {
            context.Response.Headers.RetryAfter = "7";
            return Upstream.Json(context, """{"message":"slow down"}""", 429);
        };

        var reply = await ada.ExecuteAsync("github", "create_repository", new { name = "x" });
        scene.Upstream.Answer = answer;

        reply.With(429).Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        reply.Detail.ShouldBe("Tool execution failed: github limits the rate of requests");
    }

    [Fact]
    public async Task A_tool_that_fails_is_a_bad_gateway()
    {
        var ada = await scene.ConnectedAsync("ada-broken");
        var answer = scene.Upstream.Answer;
        scene.Upstream.Answer = context => Upstream.Json(context, """{"message":"oops"}""", 500);

        var reply = await ada.ExecuteAsync("github", "create_repository", new { name = "x" });
        scene.Upstream.Answer = answer;

        reply.With(502).Json.GetProperty("details").GetProperty("upstream_status").GetString().ShouldBe("500");
    }
}
