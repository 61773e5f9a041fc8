using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Records;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Two nodes look after the same connections.</summary>
public sealed class RefreshAheadTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task A_token_near_its_end_is_refreshed_once_and_one_that_nobody_uses_not_at_all()
    {
        var (used, _) = (await TwoNodes.ConnectBooksAsync(scene.One), await TwoNodes.ConnectBooksAsync(scene.One));
        (await scene.Two.Client.PostReplyAsync($"/tools/{TwoNodes.Books}/execute?user_id={used}", new { action = "list_books" })).With(200);
        await scene.Two.Services.GetRequiredService<UsageRecorder>().FlushAsync(CancellationToken.None);
        (await Task.WhenAll(scene.Both.Select(TendAsync))).Sum().ShouldBe(0, "the token is good for an hour");

        // The token lives for an hour, and is refreshed a minute before its end, and a look of a minute earlier still.
        scene.Clock.Advance(TimeSpan.FromMinutes(58.5));
        var taken = await Task.WhenAll(scene.Both.Select(TendAsync));
        await Task.WhenAll(scene.Both.Select(TendAsync));

        taken.Sum().ShouldBe(1);
        Refreshes.ShouldBe(1);
        (await scene.One.Client.PostReplyAsync($"/tools/{TwoNodes.Books}/execute?user_id={used}", new { action = "list_books" })).With(200);
        Refreshes.ShouldBe(1);
        scene.Upstream.Requests[^1].Header("Authorization").ShouldBe("Bearer access-3");
    }

    private int Refreshes => scene.Upstream.Requests.Count(request => request.Text.Contains("grant_type=refresh_token", StringComparison.Ordinal));

    /// <summary>What the node's worker does at every look.</summary>
    private static async Task<int> TendAsync(Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(new TendConnectionsCommand(), CancellationToken.None)).Required();
    }
}
