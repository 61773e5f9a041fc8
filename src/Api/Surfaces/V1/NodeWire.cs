using ModuleX.Application.Operations;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Items">All of them; there are no pages.</param>
internal sealed record NodeListResponse(IReadOnlyList<NodeResponse> Items)
{
    public static NodeListResponse Of(NodesView view) => new([.. view.Nodes.Select(NodeResponse.Of)]);
}

/// <summary>One process.</summary>
/// <param name="Id">Of this start; another start is another process.</param>
/// <param name="Name">The machine, or what the cluster calls it.</param>
/// <param name="Address">Where other nodes reach it; null for the embedded server, which has none.</param>
/// <param name="Version">Of the product; null where the node does not answer, or is too old to say.</param>
/// <param name="Status"><c>created</c>, <c>joining</c>, <c>active</c>, <c>shutting_down</c>, <c>stopping</c> or <c>dead</c>.</param>
/// <param name="StartedAt">When the process began.</param>
/// <param name="LastSeen">When it last said that it lives; in a cluster that is some seconds to minutes ago.</param>
/// <param name="IsSelf">The one that answers.</param>
internal sealed record NodeResponse(
    string Id, string Name, string? Address, string? Version, string Status, DateTimeOffset StartedAt, DateTimeOffset LastSeen, bool IsSelf)
{
    public static NodeResponse Of(NodeView node) =>
        new(node.Id, node.Name, node.Address, node.Version, node.Status, node.StartedAt, node.LastSeen, node.IsSelf);
}
