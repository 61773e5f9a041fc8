using System.Collections.Concurrent;
using ModuleX.Application.Records;
using ModuleX.Domain.Records;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>What was recorded, in order.</summary>
internal sealed class RecordsInMemory : IRecords
{
    private readonly ConcurrentQueue<RecordEntry> _entries = new();

    public IReadOnlyList<RecordEntry> Entries => [.. _entries];

    public ValueTask WriteAsync(RecordEntry entry, CancellationToken cancellationToken)
    {
        _entries.Enqueue(entry);
        return ValueTask.CompletedTask;
    }
}
