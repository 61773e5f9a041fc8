using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>ModuleX stores what it hands out and accepts: no connection is lost by a restart in the middle.</summary>
public sealed class RestartTests(OAuthServer server) : AuthorizationTests(server)
{
    [OAuthFact]
    public async Task Rotated_token_outlives_a_restart()
    {
        await Scene.ConnectAsync();
        await Scene.PassAsync(TimeSpan.FromHours(2));
        await Scene.RunAsync();
        await Scene.RestartAsync();
        await Scene.PassAsync(TimeSpan.FromHours(2));

        var run = await Scene.RunAsync();

        run.Status.ShouldBe(200, run.Text);
        (await Scene.Authorization.ReadJournalAsync()).Of("refresh_token").Select(refresh => refresh.Error).ShouldBe([null, null]);
    }

    [OAuthFact]
    public async Task State_outlives_a_restart()
    {
        var callback = await Scene.AuthorizeAsync();
        await Scene.RestartAsync();

        var answer = await Scene.ReturnAsync(callback);

        answer.Status.ShouldBe(200, answer.Text);
    }
}
