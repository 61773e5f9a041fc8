using ModuleX.Application.Messaging;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Catalog;

/// <summary>One tool of the catalogue.</summary>
public sealed record GetToolQuery(string Tool) : IQuery<ToolDefinition>;

internal sealed class GetToolHandler(IToolCatalogue catalogue) : IQueryHandler<GetToolQuery, ToolDefinition>
{
    public Task<Result<ToolDefinition>> Handle(GetToolQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(catalogue.FindTool(query.Tool));
}
