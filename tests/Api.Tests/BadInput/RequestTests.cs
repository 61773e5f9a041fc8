using System.Net.Http.Headers;
using System.Text;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.BadInput.BadInputScene;

namespace ModuleX.Api.Tests.BadInput;

/// <summary>Requests that nobody should send.</summary>
public sealed class RequestTests(BadInputScene scene) : IClassFixture<BadInputScene>
{
    private const string Execute = $"/tools/{Tool}/execute?user_id=ada";
    private const string Connect = "/auth/manual";
    private const int FiveMiB = 5 * 1024 * 1024;

    [Theory]
    [InlineData("nosuch", "read_thing", "Tool nosuch not found")]
    [InlineData(Tool, "nosuch", "Action nosuch not found for tool testy")]
    [InlineData(Tool, "read_thing\u0000\r\n", "Action read_thing\u0000\r\n not found for tool testy")]
    public async Task An_unknown_tool_or_action_is_not_found(string tool, string action, string sentence)
    {
        var ada = await scene.OwnerAtAsync(scene.Upstream.Url);

        var reply = await ada.ExecuteAsync(tool, action);

        reply.With(404).Detail.ShouldBe(sentence);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("{}", " ")]
    [InlineData("""{"name":"n"}""", "")]
    [InlineData("""{"name":7,"size":"big"}""", "/name /size")]
    [InlineData("""{"name":null,"size":1}""", "/name")]
    [InlineData("""{"name":"n","size":1.5}""", "/size")]
    [InlineData("""{"name":"n","size":1,"__proto__":{}}""", "/__proto__")]
    public async Task Parameters_that_are_missing_or_of_another_type_are_told_and_not_sent(string parameters, string pointers)
    {
        var ada = await scene.OwnerAtAsync(scene.Upstream.Url);

        var reply = await ada.Client.PostReplyAsync($"/tools/{Tool}/execute?user_id={ada.Name}", $$"""{"action":"make_thing","parameters":{{parameters}}}""");

        var problems = reply.With(422).Json.GetProperty("details").GetProperty("problems").EnumerateArray();
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

        reply.With(422);
        upstream.Requests.ShouldBeEmpty();
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData(Execute)]
    [InlineData(Connect)]
    public async Task A_body_of_five_mebibytes_is_too_large(string path)
    {
        using var request = Post(path, new ByteArrayContent(new byte[FiveMiB]), "application/json");
        // The client waits for a word before it sends the body, and so sees the answer instead of a closed connection.
        request.Headers.ExpectContinue = true;

        var reply = await scene.Client.ReplyAsync(request);

        reply.With(413).Detail.ShouldBe("The request body is too large");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData(Execute, """{"action":"make_thing","parameters":{"name":"n","size":1,"extra":DEEP}}""")]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"testy","credentials":{"token":DEEP}}""")]
    [InlineData(Connect, "DEEP")]
    public async Task Json_of_ten_thousand_levels_is_refused(string path, string body)
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 10_000)) + "1" + new string('}', 10_000);

        var reply = await scene.Client.PostReplyAsync(path, body.Replace("DEEP", deep, StringComparison.Ordinal));

        reply.With(400).Detail.ShouldBe("The request body is nested too deeply");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData(Execute, """{"action":"read_thing","action":"make_thing"}""", "The request body has a property twice")]
    [InlineData(Execute, """{"action":"read_thing","parameters":{"name":"a","name":"b"}}""", "The request body has a property twice")]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"testy","tool_name":"other","credentials":{}}""", "The request body has a property twice")]
    [InlineData(Connect, """{"user_id":"ada","tool_name":null,"credentials":{}}""", "The request body has a wrong value at $.tool_name")]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"testy","credentials":null}""", "The request body has a wrong value at $.credentials")]
    [InlineData(Connect, """{"user_id":7,"tool_name":"testy","credentials":{}}""", "The request body has a wrong value at $.user_id")]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"testy","credentials":"token"}""", "The request body has a wrong value at $.credentials")]
    [InlineData(Connect, """["ada"]""", null)]
    [InlineData(Connect, "null", null)]
    [InlineData(Connect, "", null)]
    [InlineData(Connect, "{", null)]
    [InlineData(Execute, "null", "The request body must be an object")]
    [InlineData(Execute, "", null)]
    [InlineData(Execute, """{"action":"read_thing"} x""", null)]
    [InlineData(Execute, """{"action":null}""", "action must be the name of an action")]
    [InlineData(Execute, """{"action":"\ud800"}""", "The request body has text that is not Unicode")]
    [InlineData(Execute, """{"action":"read_thing","parameters":{"name":"a\uDC00"}}""", "The request body has text that is not Unicode")]
    [InlineData(Execute, """{"action":"read_thing","parameters":{"\ud800":1}}""", "The request body has text that is not Unicode")]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"testy","credentials":{"token":"\ud800"}}""", "The request body has text that is not Unicode")]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"\ud800","credentials":{"token":"t"}}""", null)]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"testy","credentials":{"\ud800":"t"}}""", null)]
    [InlineData(Connect, """{"user_id":"ada","tool_name":"testy","credentials":{"token":{"\ud800":"t"}}}""", null)]
    [InlineData(Connect, """{"\ud800":"ada","tool_name":"testy","credentials":{"token":"t"}}""", null)]
    public async Task A_body_that_is_malformed_is_refused(string path, string body, string? sentence)
    {
        var reply = await scene.Client.PostReplyAsync(path, body);

        reply.With(400);
        if (sentence is not null) reply.Detail.ShouldBe(sentence);
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
    [InlineData(Execute, "text/plain")]
    [InlineData(Execute, "application/x-www-form-urlencoded")]
    [InlineData(Connect, "text/xml")]
    [InlineData(Connect, null)]
    public async Task A_body_that_does_not_call_itself_json_is_refused(string path, string? contentType)
    {
        using var request = Post(path, new ByteArrayContent("{}"u8.ToArray()), contentType);

        var reply = await scene.Client.ReplyAsync(request);

        reply.With(415).Detail.ShouldBe("The request body must be JSON: send Content-Type: application/json");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Fact]
    public async Task A_body_that_is_no_utf8_is_refused()
    {
        using var request = Post(Execute, new ByteArrayContent([.. "{\"action\":\""u8, 0xff, 0xfe, .. "\"}"u8]), "application/json");

        var reply = await scene.Client.ReplyAsync(request);

        reply.With(400).Detail.ShouldBe("The request body has text that is not Unicode");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData(129, "user_id has more than 128 characters")]
    [InlineData(5_000, "user_id has more than 128 characters")]
    [InlineData(0, "user_id is required")]
    public async Task A_user_id_has_one_to_128_characters(int length, string sentence)
    {
        var reply = await scene.Client.GetReplyAsync($"/auth/tools?user_id={new string('u', length)}");

        reply.With(400).Detail.ShouldBe(sentence);
        (await scene.Client.GetReplyAsync($"/auth/tools?user_id={new string('u', 128)}")).With(200);
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%0d%0aX-Injected:%20b")]
    [InlineData("a%7f")]
    [InlineData("a%c2%85")]
    public async Task A_user_id_with_control_characters_is_refused(string userId)
    {
        var reply = await scene.Client.GetReplyAsync($"/tools/openai-tools?user_id={userId}");

        reply.With(400).Detail.ShouldBe("user_id has control characters");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    private static HttpRequestMessage Post(string path, HttpContent content, string? contentType)
    {
        content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType, Encoding.UTF8.WebName);
        return new(HttpMethod.Post, path) { Content = content };
    }
}
