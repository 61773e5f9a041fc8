using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Pipeline;

public sealed class LoggingStepTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId("n8n");

    private readonly AnApplication _application = new(ATool.With("n8n", [ATool.Scheme(AuthKind.ApiKey, ATool.Field("api_key"))], ATool.Action("find")));

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Use_case_is_logged_by_its_name_and_its_outcome()
    {
        (await _application.ConnectAsync(Id, new KeyValuePair<string, string>("api_key", "k1"))).Required();
        await _application.ExecuteAsync(Id, "fly");
        _application.Runner.Answers(RunErrors.Unreachable("n8n", "refused"));
        await _application.ExecuteAsync(Id, "find");

        _application.Log.Lines.Select(line => line.Split(" | ")[0]).ShouldBe(
        [
            "Debug: ConnectManuallyCommand done",
            "Information: ExecuteActionCommand refused: NotFound action_not_found",
            "Warning: ExecuteActionCommand failed: Upstream upstream_unreachable",
        ]);
    }

    [Fact]
    public async Task No_content_is_ever_logged()
    {
        await _application.ConnectAsync(Id, new KeyValuePair<string, string>("api_key", "the-secret\n"));
        await _application.ConnectAsync(Id, new KeyValuePair<string, string>("api_key", "the-secret"));
        _application.Runner.Answers(RunErrors.Refused("n8n", 400, "the-answer", "the-answer"));
        await _application.ExecuteAsync(Id, "find", """{ "q": "the-question" }""");
        await _application.ExecuteAsync(Id, "the-action", """{ "q": "the-question" }""");
        await _application.CompleteAsync("n8n", "the-state", "the-code", denial: "the-denial");

        _application.Log.Lines.ShouldNotBeEmpty();
        _application.Log.Lines.ShouldNotContain(line => line.Contains("the-"));
    }
}
