using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.BadInput.BadInputScene;

namespace ModuleX.Api.Tests.BadInput;

/// <summary>Invalid names, parameters and switches.</summary>
public sealed class RequestTests(BadInputScene scene) : IClassFixture<BadInputScene>
{
    [Theory]
    [InlineData("nosuch", "read_thing", "Tool nosuch not found")]
    [InlineData(Tool, "nosuch", "Action nosuch not found for tool testy")]
    [InlineData(Tool, "read_thing\u0001\r\n", "Action read_thing\u0001\r\n not found for tool testy")]
    public async Task An_unknown_tool_or_action_is_not_found(string tool, string action, string sentence)
    {
        var ada = await scene.OwnerAtAsync(scene.Upstream.Url);

        var reply = await ada.ExecuteAsync(tool, action);

        reply.With(404).Detail.ShouldBe(sentence);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("{}", "/name /size")]
    [InlineData("""{"name":"n"}""", "/size")]
    [InlineData("""{"name":7,"size":"big"}""", "/name /size")]
    [InlineData("""{"name":null,"size":1}""", "/name")]
    [InlineData("""{"name":"n","size":1.5}""", "/size")]
    [InlineData("""{"name":"n","size":1,"__proto__":{}}""", "/__proto__")]
    public async Task Parameters_that_are_missing_or_of_another_type_are_told_and_not_sent(string parameters, string pointers)
    {
        var ada = await scene.OwnerAtAsync(scene.Upstream.Url);

        var reply = await ada.Client.PostReplyAsync($"/tools/{Tool}/execute?user_id={ada.Name}", $$"""{"action":"make_thing","parameters":{{parameters}}}""");

        var problems = reply.With(400).Json.GetProperty("details").GetProperty("problems").EnumerateArray();
        problems.Select(problem => problem.GetProperty("pointer").GetString()).ShouldBe(pointers.Split(' '), ignoreOrder: true);
        scene.Upstream.Requests.ShouldNotContain(request => request.Method == "POST");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("../../admin", "/things/..%2F..%2Fadmin")]
    [InlineData("a?b=c#d", "/things/a%3Fb%3Dc%23d")]
    [InlineData("%2e%2e%2fadmin", "/things/%252e%252e%252fadmin")]
    [InlineData("a\r\nHost: evil", "/things/a%0D%0AHost%3A%20evil")]
    public async Task A_path_value_stays_one_segment(string name, string target)
    {
        await using var upstream = await Upstream.StartAsync();
        var ada = await scene.OwnerAtAsync(upstream.Url);

        (await ada.ExecuteAsync(Tool, "read_thing", new { name })).With(200);

        upstream.Request.Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_path_value_that_would_move_the_path_is_refused(string name)
    {
        await using var upstream = await Upstream.StartAsync();
        var ada = await scene.OwnerAtAsync(upstream.Url);

        var reply = await ada.ExecuteAsync(Tool, "read_thing", new { name });

        reply.With(400);
        upstream.Requests.ShouldBeEmpty();
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("/auth/tools/testy/status?user_id=ada", """{"is_active":null}""")]
    [InlineData("/auth/tools/testy/status?user_id=ada", """{"is_active":"yes"}""")]
    [InlineData("/auth/tools/testy/status?user_id=ada", """{"is_active":1}""")]
    [InlineData("/auth/tools/testy/actions/read_thing/status?user_id=ada", """{"is_disabled":"false"}""")]
    public async Task A_switch_is_true_or_false_and_nothing_else(string path, string body)
    {
        var reply = await scene.Client.PutReplyAsync(path, body);

        reply.With(400).Detail.ShouldStartWith("The request body has a wrong value at $.is_");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData(129, "user_id has more than 128 characters")]
    [InlineData(5_000, "user_id has more than 128 characters")]
    [InlineData(0, "user_id is required in the query")]
    public async Task A_user_id_has_one_to_128_characters(int length, string sentence)
    {
        var reply = await scene.Client.GetReplyAsync($"/auth/tools?user_id={new string('u', length)}");

        reply.With(400).Detail.ShouldBe(sentence);
        (await scene.Client.GetReplyAsync($"/auth/tools?user_id={new string('u', 128)}")).With(200);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("%01")]
    [InlineData("a%0d%0aX-Injected:%20b")]
    [InlineData("a%7f")]
    [InlineData("a%c2%85")]
    public async Task A_user_id_with_control_characters_is_refused(string userId)
    {
        var reply = await scene.Client.GetReplyAsync($"/tools/openai-tools?user_id={userId}");

        reply.With(400).Detail.ShouldBe("user_id has control characters");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("/auth/tools?user_id=ada&user_id=bob")]
    [InlineData("/auth/url/testy?user_id=ada&user_id=ada")]
    public async Task A_request_is_about_one_user(string path)
    {
        var reply = await scene.Client.GetReplyAsync(path);

        reply.With(400).Detail.ShouldBe("user_id is given more than once");
        await scene.ShouldBeUnharmedAsync(reply);
    }
}
