using Microsoft.EntityFrameworkCore;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>
/// The clock that all processes on one database share: this process's own, corrected by how far the database's was ahead when it was last read.
/// </summary>
internal sealed class DatabaseClock(IDatabaseProvider provider, TimeProvider time)
{
    /// <summary>How long a reading counts; a server reads it twice a second, and a command when it first writes.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);

    private volatile Reading _reading = new(TimeSpan.Zero, null);

    /// <summary>How far the database's clock is ahead of this process's own; zero until it was read, and where the database has none of its own.</summary>
    public TimeSpan Ahead => _reading.Ahead;

    public DateTimeOffset UtcNow => time.GetUtcNow() + Ahead;

    /// <summary>The same, and asks the database where it was not read lately.</summary>
    public async ValueTask<DateTimeOffset> GetUtcNowAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        if (_reading.At is not { } at || at.Age(time) > GoodFor) await ReadAsync(db, cancellationToken);
        return UtcNow;
    }

    public async Task ReadAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        if (provider.ClockQuery is not { } query) return;
        var said = await db.Database.SqlQueryRaw<DateTimeOffset>(query).SingleAsync(cancellationToken);
        _reading = new(said - time.GetUtcNow(), ClockReading.Now(time));
    }

    private sealed record Reading(TimeSpan Ahead, ClockReading? At);
}
