using System.Threading.Channels;
using Microsoft.Extensions.Options;
using ModuleX.Application.Records;
using ModuleX.Domain.Records;

namespace ModuleX.Infrastructure.Records;

/// <summary>Where records wait to be written.</summary>
internal sealed class RecordChannel(IOptions<RecordOptions> options, RecordSums dropped) : IRecords
{
    private readonly Channel<RecordEntry> _channel =
        Channel.CreateBounded<RecordEntry>(new BoundedChannelOptions(options.Value.Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private long _drops;
    private long _allDrops;

    public ChannelReader<RecordEntry> Reader => _channel.Reader;

    public ValueTask WriteAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        if (_channel.Writer.TryWrite(entry)) return ValueTask.CompletedTask;
        if (entry.Kind != RecordKind.Request) return WaitAsync(entry, cancellationToken);
        // Its row is lost, its numbers are not.
        lock (dropped) dropped.Add(entry);
        Interlocked.Increment(ref _drops);
        Interlocked.Increment(ref _allDrops);
        return ValueTask.CompletedTask;
    }

    /// <summary>How many records wait to be written.</summary>
    public int Waiting => _channel.Reader.Count;

    /// <summary>How many request records found no room since the start.</summary>
    public long AllDrops => Interlocked.Read(ref _allDrops);

    /// <summary>How many request records found no room since this was last asked.</summary>
    public long TakeDrops() => Interlocked.Exchange(ref _drops, 0);

    /// <summary>Nothing comes any more; what waits can still be read.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    private async ValueTask WaitAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Writer.WriteAsync(entry, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // The server has stopped; requests were drained before.
        }
    }
}
