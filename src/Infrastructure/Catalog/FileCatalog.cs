using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Application.Catalog;
using ModuleX.Application.MockServices;
using ModuleX.Application.Modules;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>
/// The catalog of a folder of manifests, read again when a file or a setting changes. A manifest that an edit broke leaves the tool as it
/// was before, and its problems are in the log.
/// </summary>
internal sealed class FileCatalog(
    CatalogLoader loader, ToolSettingsReader settings, IOptions<CatalogOptions> options, IOptions<MockServicesOptions> mock,
    IOptions<ConnectionOptions> connections, ILogger<FileCatalog> logger) : BackgroundService, IToolFolder
{
    /// <summary>An editor writes a file in several steps; the folder is read when it has been quiet for this long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _changed = new(0);

    // One reading at a time: an older one must not come in last.
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile ToolCatalog _current = ToolCatalog.Empty;
    private volatile bool _isWhole;
    private volatile IReadOnlyCollection<string> _faulty = [];
    private Task? _begun;
    private IDisposable? _settingsWatch;
    private FileSystemWatcher? _fileWatch;

    /// <summary>The tools of all manifests, whatever is available of them.</summary>
    public ToolCatalog Current => _current;

    /// <inheritdoc cref="IToolCatalog.IsWhole"/>
    public bool IsWhole => _isWhole;

    /// <inheritdoc cref="IModules.Faulty"/>
    public IReadOnlyCollection<string> Faulty => _faulty;

    public void Begin()
    {
        if (_begun is not null) return;
        // Watched before it is read: what changes in between is read again.
        _settingsWatch = settings.OnChange(() => _changed.Release());
        _fileWatch = Watch();
        _begun = Task.Run(() => ReloadAsync(CancellationToken.None));
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Begin();
        // The server listens when the tools are there.
        await _begun!.WaitAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _changed.WaitAsync(stoppingToken);
            while (await _changed.WaitAsync(Quiet, stoppingToken))
            {
            }
            await ReloadAsync(stoppingToken);
        }
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    public override void Dispose()
    {
        // The semaphores are left alone: they hold nothing, and a watcher's last event may still be on its way to one.
        _settingsWatch?.Dispose();
        _fileWatch?.Dispose();
        base.Dispose();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Resolve() is not { } root)
        {
            _isWhole = false;
            logger.LogError("There is no folder of manifests at {Path}: no tool is available", options.Value.Path);
            return;
        }
        var (tools, faults, withoutManifest) = await loader.LoadAsync(root, [.. options.Value.Exclude], cancellationToken);
        foreach (var fault in faults) logger.LogError("Manifest {File} {Problem}", fault.File, fault.Problem.ToString());
        foreach (var folder in withoutManifest) logger.LogWarning("The folder {Folder} has no tool.json, so it is no tool", folder);

        var broken = faults.Select(fault => fault.File.Split('/')[0]).ToHashSet();
        var kept = _current.Tools.Where(tool => broken.Contains(tool.Name)).ToList();
        foreach (var tool in kept) logger.LogWarning("Tool {Tool} stays as it was before its manifest was changed", tool.Name);
        _current = new ToolCatalog(tools.Concat(kept).Where(IsServed));
        _isWhole = faults.IsEmpty;
        _faulty = broken;
        logger.LogInformation("The catalog has {Tools} tools with {Actions} actions", _current.Tools.Length, _current.Tools.Sum(tool => tool.Actions.Count));
    }

    /// <summary>A tool of the mock services would connect and then fail where they are off.</summary>
    private bool IsServed(ToolDefinition tool) =>
        mock.Value.Enabled || tool.Server.Url.Text.TrimEnd('/') != connections.Value.PublicUrl.TrimEnd('/') + MockServicesOptions.Path;

    private FileSystemWatcher? Watch()
    {
        if (options.Value.Resolve() is not { } root) return null;
        var watcher = new FileSystemWatcher(root)
            { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite };
        watcher.Changed += (_, _) => _changed.Release();
        watcher.Created += (_, _) => _changed.Release();
        watcher.Deleted += (_, _) => _changed.Release();
        watcher.Renamed += (_, _) => _changed.Release();
        // The system's queue overflowed: something changed, and it is not known what.
        watcher.Error += (_, _) => _changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
