using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>
/// A lease that is a lock on a database server. Its connection is watched. Where it breaks, the lock is taken again, for as long as the database is away:
/// only where another process has taken it meanwhile does this one stop.
/// </summary>
internal sealed class WatchedLease(
    IConnectionLock serverLock, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<WatchedLease> logger) : ISingleNodeLease
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private DbConnection? _connection;
    private Task _watch = Task.CompletedTask;
    private volatile bool _isHeld;

    /// <summary>
    /// How long another process may hold the lock before the program stops: the server may take that long to notice that a connection is dead.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);

    public LeaseHold Hold => _connection is not null && !_isHeld ? LeaseHold.Lost : LeaseHold.Shared;

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
                _isHeld = true;
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
        logger.LogCritical(exception, "The lock on the database was lost, and another process has it now. Stopping");
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
            _isHeld = false;
            logger.LogWarning("The connection that holds the lock on the database broke ({Reason}); taking the lock again", exception.Message);
            return false;
        }
        catch (InvalidOperationException)
        {
            // The driver has closed the connection.
            _isHeld = false;
            return false;
        }
    }

    /// <summary>False: another process holds it.</summary>
    private async Task<bool> TryAgainAsync(CancellationToken cancellationToken)
    {
        await _connection!.DisposeAsync();
        long? refusedSince = null;
        while (true)
        {
            try
            {
                if (await TryConnectAsync(cancellationToken))
                {
                    logger.LogInformation("The lock on the database is held again");
                    return true;
                }
                refusedSince ??= time.GetTimestamp();
                if (time.GetElapsedTime(refusedSince.Value) >= Grace) return false;
            }
            catch (DbException)
            {
                // The database is away, for every process.
                refusedSince = null;
            }
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
