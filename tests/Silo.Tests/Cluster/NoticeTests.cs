using Microsoft.Extensions.DependencyInjection;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Word of a change goes from node to node, without the table that both of them read.</summary>
public sealed class NoticeTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task What_one_node_announces_the_other_hears_once()
    {
        var (subject, heard) = (Guid.NewGuid(), new int[2]);
        foreach (var (node, at) in scene.Both.Select((node, at) => (node, at)))
            NoticesOf(node).Listen(told => Interlocked.Add(ref heard[at], told == subject ? 1 : 0), () => { });

        // It is in no table: only another node can tell.
        NoticesOf(scene.One).Announce([subject]);
        await Wait.UntilAsync(() => Volatile.Read(ref heard[1]) > 0, "the other node has heard");

        heard.ShouldBe([1, 1]);
    }

    private static AccessNotices NoticesOf(Node node) => node.Services.GetRequiredService<AccessNotices>();
}
