namespace ModuleX.Silo.Adapters;

/// <summary>What the nodes of a cluster hold against each other's clocks.</summary>
internal static class ClusterClock
{
    /// <summary>How far a node's clock may be off the database's; beyond that it is not ready.</summary>
    public static readonly TimeSpan LargestDifference = TimeSpan.FromSeconds(2);
}
