using System.Globalization;
using System.Text.Json.Nodes;
using ModuleX.Api.Tests.ConnectLinks;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Simple;

namespace ModuleX.Api.Tests.Examples;

/// <summary>
/// The examples of <c>/v1</c> in their order, each flow against a fresh server with GitHub's place taken by a service on this machine. A step with
/// <c>person</c> answers an address, which a person opens and agrees to; <c>{code}</c> is what the browser brings back.
/// </summary>
public sealed class V1Tests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Places = new()
    {
        ["upstream"] = "https://github.com", ["receiver"] = "https://app.example.com", ["key"] = "mx_shown-this-once", ["prefix"] = "mx_shown-t",
        ["code"] = "the-code-that-came-to-return-url",
    };

    private readonly SimpleScene _scene = new SimpleScene().Direct("pages stand in no document").With("Connections:ReturnOrigins:0", "https://app.example.com");
    private readonly Dictionary<string, string> _values = [];
    private Upstream _receiver = null!;

    public static TheoryData<string> Flows => [.. ExampleFlow.Read("v1").Select(flow => flow.Key)];

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Each_request_answers_with_its_status_and_exactly_its_fields(string flow)
    {
        var recording = await ExampleRecording.OfAsync(_scene.Client, "v1", flow, Places);

        await new ExampleFlow(_scene.Client, _values, recording).TakeAsync((JsonArray)ExampleFlow.Read("v1")[flow]!, ActAsPersonAsync);

        await recording.ShouldBeKeptAsync();
    }

    public async Task InitializeAsync()
    {
        await _scene.InitializeAsync();
        _receiver = await Upstream.StartAsync();
        _values["secret"] = _scene.Token;
        _values["upstream"] = _scene.Upstream.Url.OriginalString;
        _values["receiver"] = _receiver.Url.OriginalString;
        _values["yesterday"] = DateTimeOffset.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    public async Task DisposeAsync()
    {
        await _scene.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    private async Task ActAsPersonAsync(JsonNode step, Reply reply, string about)
    {
        if (step["person"] is null) return;
        using var browser = new PageBrowser(_scene.ModuleX.Address);
        var leaving = await browser.SubmitAsync((await browser.OpenAsync(reply["url"]!)).With(200));
        // The service agrees at once, and sends the browser back to ModuleX.
        var done = await browser.OpenAsync(leaving.With(200).LeadsTo.ShouldNotBeNull(about));
        _values["code"] = ConnectScene.CodeIn(done.With(200));
    }
}
