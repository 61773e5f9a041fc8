using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Operations;
using ModuleX.Infrastructure.Operations;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Every node tells of all members of its cluster.</summary>
public sealed class NodeListTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Each_node_lists_both_with_their_versions_and_knows_itself()
    {
        foreach (var node in scene.Both)
        {
            var listed = (await node.Services.GetRequiredService<INodes>().ListAsync(default)).Required().Nodes;

            listed.Count.ShouldBe(2);
            listed.ShouldAllBe(one => one.Status == "active" && one.Version == OwnNode.Version && one.StartedAt <= one.LastSeen);
            var own = listed.Single(one => one.IsSelf);
            own.Id.ShouldBe(node.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString());
            listed.Select(one => one.Id).ShouldBeUnique();
        }
    }
}
