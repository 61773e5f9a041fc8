using ModuleX.Application.Catalog;
using ModuleX.Application.Modules;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Modules;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>A catalog of the tools that a test names.</summary>
internal sealed class CatalogInMemory(params IEnumerable<ToolDefinition> tools) : IToolCatalog, IModules
{
    public ToolCatalog Current { get; private set; } = new(tools);

    public bool IsWhole => true;

    public ToolCatalog All => Current;

    public ModuleStates States => ModuleStates.Untouched;

    public IReadOnlyCollection<string> Faulty => [];

    public Task ReloadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void ReplaceBy(params IEnumerable<ToolDefinition> others) => Current = new ToolCatalog(others);
}
