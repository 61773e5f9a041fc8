using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Catalog;
using ModuleX.Application.Modules;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Modules;
using ModuleX.Infrastructure.Catalog;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Modules;

/// <summary>
/// The catalog without the tools whose modules are off. Made anew when the manifests or the modules change, and read as one reference in between:
/// a warm run asks neither the database nor a set. Other nodes' changes come with the notices of what people may do.
/// </summary>
internal sealed class AvailableTools : BackgroundService, IToolCatalog, IModules
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);

    private readonly FileCatalog _files;
    private readonly IDbContextFactory<ModuleXDbContext> _contexts;
    private readonly TimeProvider _time;
    private readonly ILogger<AvailableTools> _logger;
    private readonly SemaphoreSlim _announced = new(0);

    // One reading at a time: an older one must not come in last.
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Snapshot _now = new(ToolCatalog.Empty, ModuleStates.Untouched);

    public AvailableTools(
        FileCatalog files, IDbContextFactory<ModuleXDbContext> contexts, AccessNotices notices, TimeProvider time, ILogger<AvailableTools> logger)
    {
        (_files, _contexts, _time, _logger) = (files, contexts, time, logger);
        notices.Listen(subject => Heard(subject == Module.Subject), () => Heard(true));
    }

    public ToolCatalog Current => Now().Available;

    public bool IsWhole => _files.IsWhole;

    public ToolCatalog All => _files.Current;

    public ModuleStates States => _now.States;

    public IReadOnlyCollection<string> Faulty => _files.Faulty;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // The server listens when it is known what is off.
        await ReloadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            var states = new ModuleStates(await db.Modules.ToListAsync(cancellationToken));
            _now = new Snapshot(_files.Current, states);
        }
        finally
        {
            _loading.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _announced.WaitAsync(stoppingToken);
            try
            {
                await ReloadAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                _logger.LogWarning(exception, "Could not read which modules are on; it is tried again");
                await Task.Delay(RetryDelay, _time, stoppingToken);
                _announced.Release();
            }
        }
    }

    private Snapshot Now()
    {
        var (now, all) = (_now, _files.Current);
        if (ReferenceEquals(now.All, all)) return now;
        // The manifests changed. A request at the same time makes the same; a newer state of the modules must not be overwritten.
        var anew = new Snapshot(all, now.States);
        Interlocked.CompareExchange(ref _now, anew, now);
        return anew;
    }

    private void Heard(bool isMeant)
    {
        if (isMeant) _announced.Release();
    }

    private sealed class Snapshot(ToolCatalog all, ModuleStates states)
    {
        public ToolCatalog All { get; } = all;

        public ModuleStates States { get; } = states;

        public ToolCatalog Available { get; } = Available(all, states);
    }

    private static ToolCatalog Available(ToolCatalog all, ModuleStates states)
    {
        var tools = states.AvailableOf(all).ToList();
        // The same object where nothing is off, so that what was written for it stays.
        return tools.Count == all.Tools.Length ? all : new ToolCatalog(tools);
    }
}
