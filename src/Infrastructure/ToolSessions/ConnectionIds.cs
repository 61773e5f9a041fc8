using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// Gives ids to connections that were made by a version which knew none, and by nodes of it while a cluster is updated node by node. Until such a row is
/// written, its id is one that every node works out alike.
/// </summary>
internal sealed partial class ConnectionIds(IDbContextFactory<ModuleXDbContext> contexts, TimeProvider time, ILogger<ConnectionIds> logger) : BackgroundService
{
    private const int AtOnce = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static Guid Of(ToolSessionRow row) => row.ConnectionId ?? ToolSessionSubject.Of(row.IdOf());

    /// <summary>Writes the ids that are missing, some at a time so that others can write meanwhile.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await db.ToolSessions.AcrossTenants().AsNoTracking().Where(row => row.ConnectionId == null).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var session in rows.Select(row => row.ToSnapshot()))
            {
                // Past the version: sessions in memory know these values already.
                await db.ToolSessions.AcrossTenants().WithId(session.Id).Where(row => row.ConnectionId == null).ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.ConnectionId, session.ConnectionId).SetProperty(one => one.DefaultSince, session.DefaultSince)
                        .SetProperty(one => one.CreatedAt, session.CreatedAt ?? time.GetUtcNow()),
                    cancellationToken);
            }
            if (rows.Count < AtOnce) return;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Could not write the ids of connections; it is tried again")]
    private partial void LogFailed(Exception exception);
}
