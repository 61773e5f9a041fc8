using System.Diagnostics.Metrics;
using ModuleX.Infrastructure.Telemetry.Prometheus;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ModuleX.Infrastructure.Tests.Telemetry;

/// <summary>Prometheus' text format.</summary>
public sealed class PrometheusTests : IDisposable
{
    private readonly Meter _meter = new($"meter-{Guid.NewGuid():N}");
    private readonly PrometheusReader _reader = new();
    private readonly MeterProvider _provider;

    public PrometheusTests() => _provider = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(ResourceBuilder.CreateEmpty().AddAttributes([new("service.name", "me")])).AddMeter(_meter.Name).AddReader(_reader).Build();

    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Counters_gauges_and_sums_have_their_names_types_and_units()
    {
        _meter.CreateCounter<long>("work.done", "{piece}", "Pieces.").Add(3);
        _meter.CreateCounter<double>("work.sent", "By").Add(1.5);
        _meter.CreateUpDownCounter<int>("work.open").Add(-2);
        _meter.CreateObservableGauge("work.load", () => 0.25, "1");

        Read().ShouldBe("""
            # HELP target_info What is measured here.
            # TYPE target_info gauge
            target_info{service_name="me"} 1
            # HELP work_done_total Pieces.
            # TYPE work_done_total counter
            work_done_total 3
            # TYPE work_load_ratio gauge
            work_load_ratio 0.25
            # TYPE work_open gauge
            work_open -2
            # TYPE work_sent_bytes_total counter
            work_sent_bytes_total 1.5

            """);
    }

    [Fact]
    public void Buckets_of_a_histogram_count_everything_below_them()
    {
        var histogram = _meter.CreateHistogram("work.time", "s", "", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 2] });
        foreach (var value in new[] { 0.25, 1, 1.5, 8 }) histogram.Record(value, new KeyValuePair<string, object?>("kind", "slow"));

        Read().ShouldContain("""
            # TYPE work_time_seconds histogram
            work_time_seconds_bucket{kind="slow",le="0.5"} 1
            work_time_seconds_bucket{kind="slow",le="2"} 3
            work_time_seconds_bucket{kind="slow",le="+Inf"} 4
            work_time_seconds_sum{kind="slow"} 10.75
            work_time_seconds_count{kind="slow"} 4
            """);
    }

    [Fact]
    public void Labels_can_not_end_their_line_nor_their_quotes()
    {
        _meter.CreateCounter<long>("odd").Add(1, new("a.b-c", "x\"} 7\ny\\"), new("yes", true));

        Read().ShouldContain("odd_total{a_b_c=\"x\\\"} 7\\ny\\\\\",yes=\"true\"} 1\n");
    }

    private string Read() => _reader.Read();
}
