using ModuleX.Application.Ports;
using ModuleX.Domain.Catalog;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>A catalogue of the tools that a test names.</summary>
internal sealed class CatalogueInMemory(params IEnumerable<ToolDefinition> tools) : IToolCatalogue
{
    public Catalogue Current { get; private set; } = new(tools);

    public bool IsWhole => true;

    public void ReplaceBy(params IEnumerable<ToolDefinition> others) => Current = new Catalogue(others);
}
