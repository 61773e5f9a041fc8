using ModuleX.Domain.Results;

namespace ModuleX.Application.Operations;

/// <summary>Knows the processes that serve this installation.</summary>
public interface INodes
{
    /// <summary>
    /// The embedded server alone, or all members of a cluster, the oldest first. Unavailable: the membership could not be read in some seconds.
    /// </summary>
    Task<Result<NodesView>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>The processes of an installation.</summary>
public sealed record NodesView(IReadOnlyList<NodeView> Nodes);

/// <summary>One process.</summary>
/// <param name="Id">Of this start; another start is another process.</param>
/// <param name="Name">The machine, or what the cluster calls it.</param>
/// <param name="Address">Where other nodes reach it; null for the embedded server, which has none.</param>
/// <param name="Version">Of the product; null where the node does not answer, or is too old to say.</param>
/// <param name="Status"><c>created</c>, <c>joining</c>, <c>active</c>, <c>shutting_down</c>, <c>stopping</c> or <c>dead</c>.</param>
/// <param name="LastSeen">When it last said that it lives; in a cluster that is some seconds to minutes ago.</param>
/// <param name="IsSelf">The one that answers.</param>
public sealed record NodeView(
    string Id, string Name, string? Address, string? Version, string Status, DateTimeOffset StartedAt, DateTimeOffset LastSeen, bool IsSelf);
