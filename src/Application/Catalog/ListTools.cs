using ModuleX.Application.Messaging;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Catalog;

/// <summary>All tools as they are now. The same object as long as nothing changed, so that a surface can keep what it wrote for it.</summary>
public sealed record ListToolsQuery : IQuery<ToolCatalog>;

internal sealed class ListToolsHandler(IToolCatalog catalog) : IQueryHandler<ListToolsQuery, ToolCatalog>
{
    public Task<Result<ToolCatalog>> Handle(ListToolsQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ToolCatalog>>(catalog.Current);
}
