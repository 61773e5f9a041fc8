using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>
/// Ready means that the database answers. A file that can't be written to, for want of room for example, and a server that is away while runs from memory are
/// allowed, are "degraded": runs of tool sessions in memory go on, and what has to be stored is refused.
/// </summary>
internal sealed class DatabaseHealthCheck(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, ToolSessionMemory memory, TimeProvider time) : IHealthCheck, IDisposable
{
    /// <summary>How long an answer is believed: any caller may ask for it, and a write costs a flush to the disk.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private (HealthCheckResult Result, long At)? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < Believed) return last.Result;
            var result = await AskAsync(cancellationToken);
            _last = (result, time.GetTimestamp());
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await database.Database.CanConnectAsync(cancellationToken))
        {
            return memory.OutlastsOutage
                ? HealthCheckResult.Degraded("The database does not answer; runs with tool sessions in memory go on for a while.")
                : HealthCheckResult.Unhealthy("The database does not answer.");
        }
        if (provider.Folder is null) return HealthCheckResult.Healthy();
        try
        {
            // Writes what is there already: the number that SQLite keeps for its user, which nothing here uses.
            await database.Database.ExecuteSqlAsync($"PRAGMA user_version = 0", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SqliteException exception) when (provider.MayPass(exception))
        {
            return HealthCheckResult.Degraded("The database can't be written to.");
        }
    }
}
