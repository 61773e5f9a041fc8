using System.Data.Common;
using ModuleX.Infrastructure.Security.MasterKeys;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Gets the database ready. The host calls <see cref="PrepareAsync"/> before it listens, commands what they need.</summary>
public sealed class DatabaseStartup
{
    private readonly ISingleNodeLease _lease;
    private readonly MasterKeyCheck _masterKey;
    private readonly DatabaseMigrations _migrations;
    private readonly DefaultTenant _defaultTenant;
    private readonly StartSteps _steps;

    internal DatabaseStartup(ISingleNodeLease lease, MasterKeyCheck masterKey, DatabaseMigrations migrations, DefaultTenant defaultTenant, StartSteps steps)
    {
        _lease = lease;
        _masterKey = masterKey;
        _migrations = migrations;
        _defaultTenant = defaultTenant;
        _steps = steps;
    }

    /// <summary>For a server: takes the lease, checks the master key, brings the schema up to date or refuses, makes the default tenant.</summary>
    /// <exception cref="StartupException">It can't be done; nothing was changed unless the message says so.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        _steps.Enter(StartSteps.Database);
        await _migrations.RefuseMissingAsync(cancellationToken);
        await _lease.AcquireAsync(cancellationToken);
        await PrepareContentAsync(cancellationToken);
    });

    /// <summary>For a command beside a running server: the same without the lease, unless the schema has to change first.</summary>
    /// <exception cref="StartupException">It can't be done.</exception>
    public Task PrepareForCommandAsync(CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        await _migrations.RefuseMissingAsync(cancellationToken);
        if ((await _migrations.GetStatusAsync(cancellationToken)).Pending.Count > 0) await _lease.AcquireAsync(cancellationToken);
        await PrepareContentAsync(cancellationToken);
    });

    /// <summary>Applies pending migrations, on every provider; makes the database where it is missing and the login may do so.</summary>
    /// <exception cref="StartupException">It can't be done.</exception>
    public Task UpdateDatabaseAsync(CancellationToken cancellationToken) => ExplainedAsync(() => _migrations.UpdateAsync(cancellationToken));

    /// <summary>Which migrations are applied and which are pending. Changes nothing.</summary>
    /// <exception cref="StartupException">The database can't be reached.</exception>
    public async Task<DatabaseStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        DatabaseStatus? status = null;
        await ExplainedAsync(async () => status = await _migrations.GetStatusAsync(cancellationToken));
        return status!;
    }

    private async Task PrepareContentAsync(CancellationToken cancellationToken)
    {
        _steps.Enter(StartSteps.Keys);
        await _masterKey.VerifyAsync(cancellationToken);
        _steps.Enter(StartSteps.Schema);
        await _migrations.ApplyOrRefuseAsync(cancellationToken);
        await _masterKey.AdoptAsync(cancellationToken);
        await _defaultTenant.EnsureAsync(cancellationToken);
    }

    /// <summary>A database that does not answer is no bug: the driver's sentence is what its operator needs.</summary>
    private static async Task ExplainedAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (DbException exception)
        {
            throw new StartupException($"The database can't be used: {exception.Message}", exception);
        }
    }
}
