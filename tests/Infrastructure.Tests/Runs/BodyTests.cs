using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class BodyTests : IAsyncLifetime
{
    private readonly OutgoingServices _services = new();
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Json_body_has_parameters_at_their_places_over_fixed_values()
    {
        var action = Tools.Action(
                "POST",
                "/x",
                Tools.Place("title", ParameterTarget.Body),
                Tools.Place("count", ParameterTarget.Body, "/page/size"),
                Tools.Place("first", ParameterTarget.Body, "/blocks/0/text"),
                Tools.Place("options", ParameterTarget.Body),
                Tools.Place("odd", ParameterTarget.Body, "/a~1b/~0c"),
                Tools.Place("wrapped", ParameterTarget.Body, wrap: "id:{}"),
                Tools.Place("absent", ParameterTarget.Body, "/never/there"))
            .With(request => request with { FixedBody = Tools.Value(
                """{"kind":"x","page":{"size":10,"dir":"asc"},"blocks":[{"type":"p"}],"options":{"a":1,"b":{"c":2}}}""") });

        await RunAsync(action, """{"title":"Zoë \u0026 co","count":12345678901234567890,"first":"hi","options":{"b":{"d":3}},"odd":null,"wrapped":7}""");

        var expected = Tools.Value(
            """
            {
              "kind": "x", "page": { "size": 12345678901234567890, "dir": "asc" }, "blocks": [{ "type": "p", "text": "hi" }],
              "options": { "a": 1, "b": { "c": 2, "d": 3 } }, "title": "Zoë & co", "wrapped": "id:7"
            }
            """);
        var sent = JsonElement.Parse(_upstream.Request.Text);
        sent.TryGetProperty("never", out _).ShouldBeFalse();
        JsonElement.DeepEquals(Without(sent, "a/b"), expected).ShouldBeTrue(_upstream.Request.Text);
        _upstream.Request.Header("Content-Type").ShouldBe("application/json");
    }

    [Fact]
    public async Task List_in_a_pointer_becomes_a_list()
    {
        await RunAsync(
            Tools.Action("POST", "/x", Tools.Place("b", ParameterTarget.Body, "/items/1/v"), Tools.Place("a", ParameterTarget.Body, "/items/0/v")),
            """{"b":2,"a":1}""");

        _upstream.Request.Text.ShouldBe("""{"items":[{"v":1},{"v":2}]}""");
    }

    [Fact]
    public async Task Post_without_body_parameters_has_no_body()
    {
        await RunAsync(Tools.Action("POST", "/x"));

        _upstream.Request.Body.ShouldBeEmpty();
        _upstream.Request.Header("Content-Length").ShouldBe("0");
        _upstream.Request.Header("Content-Type").ShouldBeNull();
    }

    [Fact]
    public async Task Form_body_is_percent_encoded()
    {
        var action = Tools.Action("POST", "/x", Tools.Place("text", ParameterTarget.Form), Tools.Place("tags", ParameterTarget.Body, "tag"))
            .With(request => request with { BodyFormat = BodyFormat.Form, FixedBody = Tools.Value("""{"mode":"a b"}""") });

        await RunAsync(action, """{"text":"a&b=c é","tags":["x","y"]}""");

        _upstream.Request.Text.ShouldBe("mode=a%20b&text=a%26b%3Dc%20%C3%A9&tag=x&tag=y");
        _upstream.Request.Header("Content-Type").ShouldBe("application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task Multipart_form_carries_fields_and_files()
    {
        var action = Tools.Action(
            "POST", "/x", Tools.Place("note", ParameterTarget.Form), Tools.Place("file", ParameterTarget.File), Tools.Place("log", ParameterTarget.File))
            .With(request => request with { BodyFormat = BodyFormat.Multipart });
        var bytes = new byte[] { 0, 13, 10, 255 };

        await RunAsync(
            action,
            $$"""
            {
              "note": "hé",
              "file": { "filename": "a\"\r\nX-Evil: 1.bin", "content_type": "image/png", "content_base64": "{{Convert.ToBase64String(bytes)}}" },
              "log": "text"
            }
            """);

        var sections = await SectionsAsync();
        sections.Count.ShouldBe(3);
        Encoding.UTF8.GetString(sections[0].Body).ShouldBe("hé");
        sections[1].Headers["Content-Disposition"].ShouldBe("form-data; name=\"file\"; filename=\"a%22%0D%0AX-Evil: 1.bin\"");
        sections[1].Headers["Content-Type"].ShouldBe("image/png");
        sections[1].Headers.ShouldNotContainKey("X-Evil");
        sections[1].Body.ShouldBe(bytes);
        Encoding.UTF8.GetString(sections[2].Body).ShouldBe("text");
    }

    [Theory]
    [InlineData("""{"content_base64":"not base64!"}""", "/file/content_base64")]
    [InlineData("""{"content_base64":"AAAA","content_type":"image/png\r\nX-Evil: 1"}""", "/file/content_type")]
    [InlineData("""{"filename":"a"}""", "/file")]
    public async Task File_that_is_none_is_refused(string file, string pointer)
    {
        var action = Tools.Action("POST", "/x", Tools.Place("file", ParameterTarget.File)).With(request => request with { BodyFormat = BodyFormat.Multipart });

        var result = await RunAsync(action, $$"""{"file":{{file}}}""");

        result.Error!.Problems.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
        _upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Related_body_is_json_then_media()
    {
        var action = Tools.Action("POST", "/upload", Tools.Place("name", ParameterTarget.Body), Tools.Place("content", ParameterTarget.Media))
            .With(request => request with { BodyFormat = BodyFormat.Related, MediaType = "text/markdown" });

        await RunAsync(action, """{"name":"a.md","content":"# hé"}""");

        _upstream.Request.Header("Content-Type")!.ShouldStartWith("multipart/related; type=\"application/json\"; boundary=");
        var sections = await SectionsAsync();
        Encoding.UTF8.GetString(sections[0].Body).ShouldBe("""{"name":"a.md"}""");
        sections[0].Headers["Content-Type"].ShouldStartWith("application/json");
        sections[1].Headers["Content-Type"].ShouldBe("text/markdown");
        Encoding.UTF8.GetString(sections[1].Body).ShouldBe("# hé");
    }

    [Fact]
    public async Task Text_body_is_the_media_alone()
    {
        var action = Tools.Action("POST", "/x", Tools.Place("text", ParameterTarget.Media)).With(request => request with { BodyFormat = BodyFormat.Text });

        await RunAsync(action, """{"text":"hé\nho"}""");

        _upstream.Request.Text.ShouldBe("hé\nho");
        _upstream.Request.Header("Content-Type").ShouldBe("text/plain; charset=utf-8");
    }

    private static JsonElement Without(JsonElement element, string name) =>
        JsonSerializer.SerializeToElement(
            element.EnumerateObject().Where(property => property.Name != name).ToDictionary(property => property.Name, property => property.Value));

    private async Task<List<(Dictionary<string, string> Headers, byte[] Body)>> SectionsAsync()
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(_upstream.Request.Header("Content-Type")!).Boundary).Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(_upstream.Request.Body));
        var sections = new List<(Dictionary<string, string> Headers, byte[] Body)>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var body = new MemoryStream();
            await section.Body.CopyToAsync(body);
            sections.Add((section.Headers!.ToDictionary(header => header.Key, header => header.Value.ToString()), body.ToArray()));
        }
        return sections;
    }

    private Task<Result<RunContent>> RunAsync(ActionDefinition action, string parameters = "{}") =>
        _services.RunAsync(Tools.At(_upstream.Url), action, parameters);
}
