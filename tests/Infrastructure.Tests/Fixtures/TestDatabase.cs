namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A database for the tests of one class, with all migrations applied. Each test makes a tenant of its own in it.</summary>
public abstract class TestDatabase(string provider) : IAsyncLifetime
{
    private readonly List<Installation> _processes = [];
    private readonly string _masterKey = Keys.NewMasterKey();
    private Installation? _main;

    internal string Provider => provider;

    internal string ConnectionString { get; private set; } = "";

    /// <summary>The process that most tests are about.</summary>
    internal Installation Main => _main ??= StartProcess();

    public async Task InitializeAsync()
    {
        if (ProviderAttribute.WhySkipped(provider) is not null) return;
        ConnectionString = await CreateAsync();
        await Main.Startup.UpdateDatabaseAsync(CancellationToken.None);
        await Main.Startup.PrepareForCommandAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        if (ConnectionString.Length > 0) await DropAsync();
    }

    /// <summary>Another process on the same database.</summary>
    internal Installation StartProcess(TestTime? time = null, params (string Name, string Value)[] settings)
    {
        var process = new Installation(provider, ConnectionString, time, settings: [("MODULEX_MASTER_KEY", _masterKey), .. settings]);
        _processes.Add(process);
        return process;
    }

    /// <summary>The connection string of a database that is new, or is not there yet.</summary>
    internal abstract Task<string> CreateAsync();

    protected abstract Task DropAsync();
}
