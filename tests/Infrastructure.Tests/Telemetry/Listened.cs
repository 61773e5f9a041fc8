using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ModuleX.Application.Telemetry;

namespace ModuleX.Infrastructure.Tests.Telemetry;

/// <summary>Tests that listen to spans: whatever runs beside them would send a trace's headers.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Listening
{
    public const string Name = "listening";
}

/// <summary>What ModuleX says of itself while a test listens.</summary>
internal sealed class Listened : IDisposable
{
    private readonly ActivityListener _spans = new()
        { ShouldListenTo = source => source.Name == Instrumentation.Name,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
    private readonly MeterListener _measurements = new();
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ConcurrentQueue<string> _measured = [];

    public Listened()
    {
        _spans.ActivityStopped = _ended.Enqueue;
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instrumentation.Name) listener.EnableMeasurementEvents(instrument);
        };
        _measurements.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Write(instrument, tags));
        _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Write(instrument, tags));
        _measurements.Start();
    }

    public IReadOnlyCollection<Activity> Spans => _ended;

    /// <summary>Each measurement as its instrument's name and its attributes.</summary>
    public IReadOnlyCollection<string> Measured => _measured;

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
    }

    private void Write(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
}
