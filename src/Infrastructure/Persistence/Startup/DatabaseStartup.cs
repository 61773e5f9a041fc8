using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Security.MasterKeys;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Gets the database ready. The host calls <see cref="PrepareAsync"/> before it listens, commands what they need.</summary>
public sealed class DatabaseStartup
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ISingleNodeLease _lease;
    private readonly MasterKeyCheck _masterKey;
    private readonly DatabaseMigrations _migrations;
    private readonly DefaultTenant _defaultTenant;
    private readonly StartSteps _steps;
    private readonly IDatabaseProvider _provider;

    internal DatabaseStartup(
        ISingleNodeLease lease, MasterKeyCheck masterKey, DatabaseMigrations migrations, DefaultTenant defaultTenant, StartSteps steps,
        IDatabaseProvider provider)
    {
        _lease = lease;
        _masterKey = masterKey;
        _migrations = migrations;
        _defaultTenant = defaultTenant;
        _steps = steps;
        _provider = provider;
    }

    /// <summary>The provider's word and where the database is, without credentials.</summary>
    public (string Provider, string Location) Where => (_provider.Word, _provider.Location);

    /// <summary>Waits for a database that does not answer yet. After that time the steps themselves say what is wrong.</summary>
    /// <param name="isForServer">Whether to wait for its migrations, too, which a server does not make.</param>
    /// <param name="tell">Is told once what is waited for.</param>
    public async Task WaitAsync(TimeSpan patience, bool isForServer, Action<string> tell, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var isTold = false;
        while (TimeProvider.System.GetElapsedTime(began) < patience && await FindLackAsync(isForServer, cancellationToken) is { } lack)
        {
            if (!isTold) tell($"Waiting for the database. {lack}");
            isTold = true;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>For a verb that only looks at a database or copies it.</summary>
    /// <exception cref="StartupException">It is not there or can't be reached.</exception>
    public Task RefuseMissingAsync(CancellationToken cancellationToken) => ExplainedAsync(() => _migrations.RefuseMissingAsync(cancellationToken));

    /// <summary>Copies the database into a new file while a server may be running on it.</summary>
    /// <exception cref="StartupException">It can't be done; the message says why, or which means the database has for it.</exception>
    public Task BackupAsync(string file, CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        if (_provider.Folder is not null) await _migrations.RefuseMissingAsync(cancellationToken);
        var target = Path.GetFullPath(file);
        if (File.Exists(target)) throw new StartupException($"{target} is there already, and a backup overwrites nothing.");
        if (_provider.Folder is not null && !Directory.Exists(Path.GetDirectoryName(target)))
            throw new StartupException($"There is no folder {Path.GetDirectoryName(target)}.");
        try
        {
            await _provider.BackupAsync(target, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The backup can't be written: {exception.Message}", exception);
        }
    });

    /// <summary>For a server: takes the lease, checks the master key, brings the schema up to date or refuses, makes the default tenant.</summary>
    /// <exception cref="StartupException">It can't be done; nothing was changed unless the message says so.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        _steps.Enter(StartSteps.Database);
        await _migrations.RefuseMissingAtStartAsync(cancellationToken);
        await _lease.AcquireAsync(cancellationToken);
        _provider.CloseFiles();
        await PrepareContentAsync(cancellationToken);
    });

    /// <summary>For a command beside a running server: the same without the lease, unless the schema has to change first.</summary>
    /// <exception cref="StartupException">It can't be done.</exception>
    public Task PrepareForCommandAsync(CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        await _migrations.RefuseMissingAsync(cancellationToken);
        if (!(await _migrations.GetStatusAsync(cancellationToken)).IsCurrent) await _lease.AcquireAsync(cancellationToken);
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

    private async Task<string?> FindLackAsync(bool isForServer, CancellationToken cancellationToken)
    {
        try
        {
            var status = await GetStatusAsync(cancellationToken);
            return isForServer && !_provider.MigratesAtStart && !status.IsCurrent
                ? "It is not there or not up to date yet; the command for that is: database update"
                : null;
        }
        catch (StartupException exception) when (exception.MayPass)
        {
            return exception.Message;
        }
    }

    /// <summary>A database that does not answer is no bug: the driver's sentence is what its operator needs.</summary>
    private async Task ExplainedAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception exception) when (DatabaseFailure.In(exception) is { } failure)
        {
            var advice = failure.MayPass ? " Start it, or wait for it with --wait SECONDS." : "";
            throw new StartupException($"The database {_provider.Location} can't be used: {failure.Reason}.{advice}", exception) { MayPass = failure.MayPass };
        }
    }
}
