using System.Diagnostics;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.ModuleX;

namespace ModuleX.Api.Tests.Telemetry;

/// <summary>A server that exports to a collector on this machine and to Prometheus, with a member of an organization who runs a tool.</summary>
/// <remarks>Listeners are the whole process's: tests with this scene run alone.</remarks>
public sealed class TracedScene : IAsyncLifetime
{
    private RunScene _runs = null!;

    public OtlpReceiver Otlp { get; private set; } = null!;

    public Upstream Upstream => _runs.Upstream;

    public Uri Prometheus { get; } = FreePorts.TakeAddress();

    /// <summary>The token of the member.</summary>
    public string Member { get; private set; } = "";

    internal ModuleXServer Server => _runs.Server;

    public async Task InitializeAsync()
    {
        Otlp = await OtlpReceiver.StartAsync();
        _runs = new RunScene { Adjust = With };
        await _runs.InitializeAsync();
        Member = await _runs.AddMemberAsync();
    }

    public async Task DisposeAsync()
    {
        await _runs.DisposeAsync();
        await Otlp.DisposeAsync();
    }

    public static string NewTrace() => ActivityTraceId.CreateRandom().ToHexString();

    internal Task<Reply> ExecuteAsync(string action, params (string, string)[] headers) =>
        _runs.CallAsync(Member, HttpMethod.Post, $"/api/tools/{RunScene.Tool}/execute", new { action, parameters = new { } }, headers);

    private void With(ModuleXServerBuilder builder) => builder
        .With("Telemetry:Otlp:Endpoint", Otlp.Url.OriginalString).With("Telemetry:Prometheus", Prometheus.OriginalString)
        // Read as OpenTelemetry's own variables are.
        .With("OTEL_BSP_SCHEDULE_DELAY", "50").With("OTEL_METRIC_EXPORT_INTERVAL", "200");
}
