using ModuleX.Application.Configuration;
using ModuleX.Silo.Nodes;

namespace ModuleX.Silo.Adapters;

/// <summary>Has the other members of the cluster read their settings files again, all at once.</summary>
internal sealed class ClusterSettings(ISiloStatusOracle silos, NodeClient nodes, ILogger<ClusterSettings> logger) : IOtherNodes
{
    public Task ReloadSettingsAsync() => Task.WhenAll(silos.Others().Select(ReloadAsync));

    private async Task ReloadAsync(SiloAddress silo)
    {
        try
        {
            if ((await nodes.ReloadSettingsAsync(silo)).Failed(out var error, out _))
                logger.LogWarning("The settings of the node {Node} stay as they were: {Reason}", silo, error.Message);
        }
        catch (Exception exception)
        {
            logger.LogWarning("The node {Node} did not say whether it has read its settings again: {Reason}", silo, exception.Message);
        }
    }
}
