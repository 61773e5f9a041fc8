using System.Net.Http.Headers;
using System.Text;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.BadInput.BadInputScene;

namespace ModuleX.Api.Tests.BadInput;

/// <summary>Invalid bodies.</summary>
public sealed class BodyTests(BadInputScene scene) : IClassFixture<BadInputScene>
{
    private const string Execute = $"/tools/{Tool}/execute?user_id=ada";
    private const string Connect = "/auth/manual";
    private const int OneMiB = 1024 * 1024;
    private const int FiveMiB = 5 * OneMiB;

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

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_too_large_all_the_same()
    {
        using var request = Post(Execute, new ByteArrayContent(new byte[OneMiB + 1]), "application/json");
        request.Headers.TransferEncodingChunked = true;

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
    [InlineData(Connect, "", "A request body is required")]
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
    [InlineData("/tools/testy/execute?user_id=ada", """{"action":"read_thing","parameters":{"name":"a\u0000b"}}""")]
    [InlineData("/auth/manual", """{"user_id":"ada","tool_name":"testy","credentials":{"token":"\u0000"}}""")]
    [InlineData("/api/mock/users", """{"email":"nul@example.com","name":"a\u0000b"}""")]
    [InlineData("/api/mock/users", """{"email":"nul@example.com","name":"a\\\u0000b"}""")]
    [InlineData("/api/mock/users?status=%00", """{"email":"nul@example.com","name":"Nul"}""")]
    [InlineData("/api/auth/login", """{"email":"a\u0000@example.com","password":"secret"}""")]
    [InlineData("/api/v1/auth/login", """{"email":"a@example.com","password":"\u0000"}""")]
    [InlineData("/api/auth/refresh", """{"refresh_token":"x","\u0000":1}""")]
    public async Task Text_with_the_null_character_is_refused_on_every_surface(string path, string body)
    {
        var reply = await scene.Client.PostReplyAsync(path, body);

        reply.With(400).Text.ShouldContain("The request has text with the character U+0000");
    }

    [Fact]
    public async Task Letters_that_only_look_like_the_null_character_are_text()
    {
        var reply = await scene.Client.PostReplyAsync("/api/mock/users", """{"email":"backslash@example.com","name":"a\\u0000b"}""");

        reply.With(201).Json.GetProperty("data").GetProperty("name").GetString().ShouldBe(@"a\u0000b");
    }

    private static HttpRequestMessage Post(string path, HttpContent content, string? contentType)
    {
        content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType, Encoding.UTF8.WebName);
        return new(HttpMethod.Post, path) { Content = content };
    }
}
