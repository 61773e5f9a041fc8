using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Records;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Records;

/// <summary>Remembers in memory what was used, one entry for any number of uses, and writes it every few seconds and at a graceful stop.</summary>
internal sealed class UsageRecorder(IDbContextFactory<ModuleXDbContext> contexts, TimeProvider time, ILogger<UsageRecorder> logger)
    : BackgroundService, IUsageRecorder
{
    private const int BatchSize = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ToolSessionId, DateTimeOffset> _sessions = new();
    private readonly ConcurrentDictionary<ApiKeyId, DateTimeOffset> _keys = new();
    private readonly ConcurrentDictionary<UserId, DateTimeOffset> _users = new();
    private readonly ConcurrentDictionary<LoginSessionId, DateTimeOffset> _logins = new();

    public void SessionUsed(ToolSessionId session) => Note(_sessions, session);

    public void ApiKeyUsed(ApiKeyId key) => Note(_keys, key);

    public void UserActive(UserId user, LoginSessionId session)
    {
        Note(_users, user);
        Note(_logins, session);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Writes what was noted so far.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(_sessions, WriteAsync, cancellationToken);
        await FlushAsync(_keys, WriteAsync, cancellationToken);
        await FlushAsync(_users, WriteAsync, cancellationToken);
        await FlushAsync(_logins, WriteAsync, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await FlushAsync(stoppingToken);
    }

    /// <summary>Once a second is enough to know. Reading takes no lock, and writing one key from all cores at once would be a queue.</summary>
    private void Note<TId>(ConcurrentDictionary<TId, DateTimeOffset> noted, TId id)
        where TId : notnull
    {
        var now = time.GetUtcNow();
        if (!noted.TryGetValue(id, out var before) || now - before >= Resolution || now < before) noted[id] = now;
    }

    private async Task FlushAsync<TId>(
        ConcurrentDictionary<TId, DateTimeOffset> noted, Func<ModuleXDbContext, TId, DateTimeOffset, CancellationToken, Task> writeAsync,
        CancellationToken cancellationToken)
        where TId : notnull
    {
        // In one order on all nodes: transactions that lock the same rows in two orders wait for each other.
        foreach (var ids in noted.Keys.OrderBy(id => id.ToString(), StringComparer.Ordinal).Chunk(BatchSize))
        {
            var batch = new List<KeyValuePair<TId, DateTimeOffset>>(ids.Length);
            foreach (var id in ids)
            {
                if (noted.TryRemove(id, out var usedAt)) batch.Add(new(id, usedAt));
            }
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                foreach (var (id, usedAt) in batch) await writeAsync(db, id, usedAt, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            catch (Exception exception)
            {
                // Kept for the next time, unless there was a newer use meanwhile.
                foreach (var (id, usedAt) in batch) noted.TryAdd(id, usedAt);
                if (cancellationToken.IsCancellationRequested) throw;
                logger.LogWarning(exception, "Could not write when things were last used; it is tried again");
                return;
            }
        }
    }

    // No statement touches a version, so usage takes part in no race; and none takes back what another node wrote later.
    private static Task WriteAsync(ModuleXDbContext db, ToolSessionId id, DateTimeOffset usedAt, CancellationToken cancellationToken) =>
        db.ToolSessions.AcrossTenants().WithId(id).Where(session => session.LastUsedAt == null || session.LastUsedAt < usedAt)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.LastUsedAt, usedAt), cancellationToken);

    private static Task WriteAsync(ModuleXDbContext db, ApiKeyId id, DateTimeOffset usedAt, CancellationToken cancellationToken) =>
        db.ApiKeys.AcrossTenants().Where(key => key.Id == id && (key.LastUsedAt == null || key.LastUsedAt < usedAt))
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.LastUsedAt, usedAt), cancellationToken);

    private static Task WriteAsync(ModuleXDbContext db, UserId id, DateTimeOffset usedAt, CancellationToken cancellationToken) =>
        db.Users.AcrossTenants().Where(user => user.Id == id && (user.LastActiveAt == null || user.LastActiveAt < usedAt))
            .ExecuteUpdateAsync(row => row.SetProperty(user => user.LastActiveAt, usedAt), cancellationToken);

    private static Task WriteAsync(ModuleXDbContext db, LoginSessionId id, DateTimeOffset usedAt, CancellationToken cancellationToken) =>
        db.LoginSessions.AcrossTenants().Where(session => session.Id == id && session.LastActivityAt < usedAt)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.LastActivityAt, usedAt), cancellationToken);
}
