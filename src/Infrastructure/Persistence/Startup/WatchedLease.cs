using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>
/// A lease that is a lock on a database server. Its connection is watched: where it breaks and the lock can't be had again, another process
/// may be at work by now, and this one stops.
/// </summary>
internal sealed class WatchedLease(
    IConnectionLock serverLock, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<WatchedLease> logger) : ISingleNodeLease
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private DbConnection? _connection;
    private Task _watch = Task.CompletedTask;

    /// <summary>How long the lock may be gone before the program stops.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long to wait for the lock while another process has it.</summary>
    private TimeSpan Patience => serverLock.Sharing is LeaseSharing.Starting ? TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(1);

    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null) return;
        // The server may take a moment to notice that a process has just died.
        for (var attempt = 1; !await TryConnectAsync(cancellationToken); attempt++)
        {
            if (Pause * attempt > Patience) throw LeaseMessages.Taken(serverLock.Sharing, null);
            await Task.Delay(Pause, time, cancellationToken);
        }
        _watch = Task.Run(WatchAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested) await _stop.CancelAsync();
        await _watch;
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
        _stop.Dispose();
    }

    private async Task<bool> TryConnectAsync(CancellationToken cancellationToken)
    {
        var connection = serverLock.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (await serverLock.TryTakeAsync(connection, cancellationToken))
            {
                _connection = connection;
                return true;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return false;
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(WatchInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                if (await IsAliveAsync() || await TryAgainAsync(_stop.Token)) continue;
                Stop(null);
                return;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed of.
        }
        catch (Exception exception)
        {
            // A watch that ended unseen would leave two processes on one database.
            Stop(exception);
        }
    }

    private void Stop(Exception? exception)
    {
        logger.LogCritical(exception, "The lock on the database is lost and could not be taken again; another process may use the database now. Stopping");
        lifetime.StopApplication();
    }

    private async Task<bool> IsAliveAsync()
    {
        try
        {
            await using var command = _connection!.CreateCommand();
            command.CommandText = "SELECT 1";
            command.CommandTimeout = (int)WatchInterval.TotalSeconds;
            await command.ExecuteScalarAsync(_stop.Token);
            return true;
        }
        catch (DbException exception)
        {
            logger.LogWarning(exception, "The connection that holds the lock on the database broke; taking the lock again");
            return false;
        }
        catch (InvalidOperationException)
        {
            // The driver has closed the connection.
            return false;
        }
    }

    private async Task<bool> TryAgainAsync(CancellationToken cancellationToken)
    {
        await _connection!.DisposeAsync();
        var began = time.GetTimestamp();
        do
        {
            try
            {
                if (await TryConnectAsync(cancellationToken)) return true;
            }
            catch (DbException)
            {
                // Not there yet.
            }
            await Task.Delay(Pause, time, cancellationToken);
        }
        while (time.GetElapsedTime(began) < Grace);
        return false;
    }
}
