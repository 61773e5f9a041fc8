namespace ModuleX.Silo.Nodes;

/// <summary>Who belongs to the cluster.</summary>
internal static class Members
{
    /// <summary>The nodes that are active now, without this one.</summary>
    public static IEnumerable<SiloAddress> Others(this ISiloStatusOracle silos) =>
        silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(silos.SiloAddress));
}
