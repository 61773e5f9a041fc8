using ModuleX.Application.Messaging;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Catalog;

/// <summary>One tool of the catalog.</summary>
public sealed record GetToolQuery(string Tool) : IQuery<ToolDefinition>;

internal sealed class GetToolHandler(IToolCatalog catalog) : IQueryHandler<GetToolQuery, ToolDefinition>
{
    public Task<Result<ToolDefinition>> Handle(GetToolQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(catalog.FindTool(query.Tool));
}
