using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Simple;

namespace ModuleX.Api.Tests.Telemetry;

/// <summary>Telemetry contains no secrets, no parameters and no names of people.</summary>
[Collection(Alone.Name)]
public sealed class SecrecyTests
{
    [Fact]
    public async Task No_exported_byte_is_of_a_query_a_credential_or_a_parameter()
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        var scene = new SimpleScene().With("Telemetry:Otlp:Endpoint", otlp.Url.OriginalString);
        await scene.InitializeAsync();
        var (owner, parameter, code) = ($"owner-{Guid.NewGuid():N}", $"parameter-{Guid.NewGuid():N}", Guid.NewGuid().ToString("N"));
        string state;
        try
        {
            state = (await scene.Client.GetReplyAsync($"/auth/url/github?user_id={owner}")).With(200)["state"]!;
            (await scene.Client.GetReplyAsync($"/auth/callback/github?code={code}&state={Uri.EscapeDataString(state)}")).With(200);
            (await scene.Owner(owner).ExecuteAsync("github", "list_repositories", new { per_page = 5 })).With(200);
            // In the path of the service's address.
            (await scene.Owner(owner).ExecuteAsync("github", "get_repository", new { owner = parameter, repo = parameter })).Status.ShouldBe(400);
            (await scene.Owner(owner).ExecuteAsync("github", "create_repository", new { name = parameter })).With(200);
        }
        finally
        {
            // What was not sent yet is sent at the end.
            await scene.DisposeAsync();
        }

        var bytes = otlp.Bytes;
        bytes.ShouldContain("execute_tool github_list_repositories");
        bytes.ShouldContain("POST /user/repos");
        bytes.ShouldContain("GET /repos/{owner}/{repo}");
        foreach (var hidden in new[]
            { owner, parameter, code, state, state[^24..], scene.Token, "user_id=", "per_page", "client-of-the-test", "code=",
            "state=" }) bytes.ShouldNotContain(hidden);
    }
}
