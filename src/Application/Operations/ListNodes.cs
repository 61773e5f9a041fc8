using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Operations;

/// <summary>The processes that serve this installation. Unavailable as <see cref="INodes.ListAsync"/>.</summary>
public sealed record ListNodesQuery : IQuery<NodesView>;

internal sealed class ListNodesHandler(INodes nodes) : IQueryHandler<ListNodesQuery, NodesView>
{
    public Task<Result<NodesView>> Handle(ListNodesQuery query, CancellationToken cancellationToken) => nodes.ListAsync(cancellationToken);
}
