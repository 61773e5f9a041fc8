using ModuleX.Domain.Records;

namespace ModuleX.Application.Records;

/// <summary>Takes records of every kind but audit; they are written in batches, off the request's path, and a graceful stop writes what is left.</summary>
public interface IRecords
{
    /// <summary>
    /// Hands a record over, which must not be changed afterwards. Where too many wait, a request record is counted and not stored; any other waits for room.
    /// </summary>
    ValueTask WriteAsync(RecordEntry entry, CancellationToken cancellationToken);
}
