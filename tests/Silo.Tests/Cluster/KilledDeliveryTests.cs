using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>A webhook reaches its receiver although the node that sends it dies meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class KilledDeliveryTests(ThreeNodes scene) : IClassFixture<ThreeNodes>
{
    [PostgreSqlFact]
    public async Task Access_that_was_taken_back_is_told_within_a_minute_although_the_node_that_tells_it_is_killed()
    {
        var sent = new ConcurrentQueue<(NodeProcess Node, string Id)>();
        var killed = new TaskCompletionSource();
        await using var receiver = await Upstream.StartAsync();
        receiver.Answer = async context =>
        {
            sent.Enqueue((SenderOf(context), context.Request.Headers["webhook-id"].ToString()));
            // The first one is under way when its node dies.
            if (sent.Count == 1) await killed.Task;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        };
        await scene.HookAsync(new Uri(receiver.Url, "/hook"), "connection.needs_reconnect");
        var owner = $"revoked-{Guid.NewGuid():N}";
        await scene.ConnectBooksAsync(owner);

        scene.Books.Revoke(owner);
        (await new Owner(scene.Nodes[0].Client, owner).ExecuteAsync(RotatingService.Tool, RotatingService.Action)).Status.ShouldNotBe(200);
        await Eventually.SoAsync("webhook under way", () => Task.FromResult(!sent.IsEmpty), TimeSpan.FromSeconds(60));
        sent.TryPeek(out var first);
        await first.Node.KillAsync();
        killed.SetResult();

        await Eventually.SoAsync("webhook from another node", () => Task.FromResult(sent.Count > 1), TimeSpan.FromSeconds(60));
        var second = sent.ElementAt(1);
        second.Node.ShouldNotBe(first.Node);
        second.Id.ShouldBe(first.Id);
        await first.Node.StartAsync();
        await first.Node.ReadyAsync();
    }

    private NodeProcess SenderOf(HttpContext context)
    {
        var connection = context.Connection;
        var inode = OneWayNetwork.InodeOf(
            new IPEndPoint(IPAddress.Loopback, connection.RemotePort), new IPEndPoint(IPAddress.Loopback, connection.LocalPort));
        return scene.Nodes.Single(node => node.HasSocket(inode));
    }
}
