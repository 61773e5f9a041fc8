using Microsoft.Extensions.Options;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Simple;
using ModuleX.Application.Telemetry;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Telemetry;

/// <summary>Without a setting there is no telemetry, and with a wrong one there is no server.</summary>
[Collection(Alone.Name)]
public sealed class SwitchedOffTests
{
    [Fact]
    public async Task A_run_has_no_span_and_hands_on_no_trace()
    {
        var scene = new SimpleScene();
        await scene.InitializeAsync();
        try
        {
            var ada = await scene.ConnectedAsync("ada");

            (await ada.Client.CallAsync(
                HttpMethod.Post, "/tools/github/execute?user_id=ada", new { action = "list_repositories", parameters = new { } },
                ("traceparent", $"00-{TracedScene.NewTrace()}-00f067aa0ba902b7-01"))).With(200);

            Instrumentation.Source.HasListeners().ShouldBeFalse();
            scene.Executions.ShouldHaveSingleItem().Header("traceparent").ShouldBeNull();
            // The log of whatever happens within an activity says its trace.
            var lines = scene.ModuleX.Log.Lines.Where(line => line.Contains("ExecuteActionCommand done", StringComparison.Ordinal)).ToList();
            lines.ShouldHaveSingleItem().ShouldNotContain("TraceId");
        }
        finally
        {
            await scene.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_collector_that_is_down_does_not_disturb_the_server()
    {
        var scene = new SimpleScene().With("Telemetry:Otlp:Endpoint", FreePorts.TakeAddress().OriginalString);
        await scene.InitializeAsync();

        var ada = await scene.ConnectedAsync("ada");
        (await ada.ExecuteAsync("github", "list_repositories")).With(200);

        var began = TimeProvider.System.GetTimestamp();
        await scene.DisposeAsync();
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("Telemetry:Otlp:Endpoint", "collector:4318")]
    [InlineData("Telemetry:Otlp:Endpoint", "http://collector:4318?token=x")]
    [InlineData("Telemetry:Otlp:Protocol", "http/json")]
    [InlineData("Telemetry:Prometheus", "true")]
    [InlineData("Telemetry:Prometheus", "https://localhost:9464")]
    [InlineData("Telemetry:Prometheus", "http://metrics.example.com:9464")]
    public async Task A_setting_that_can_not_be_read_keeps_the_server_from_starting(string setting, string value)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => AModuleX().With(setting, value).StartAsync());

        refused.Message.ShouldContain(setting);
    }
}
