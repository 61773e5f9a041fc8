using Microsoft.AspNetCore.Http;
using ModuleX.Api.Hosting;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>A backend's key makes a run happen once for its person, as a person's own does under <c>/api</c>.</summary>
public sealed class IdempotencyTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    private int Sent => scene.Executions.Count(request => request.Method == "POST");

    [Fact]
    public async Task The_same_key_runs_an_action_once_and_tells_the_first_answer_again()
    {
        await scene.ConnectedAsync("ada-once");
        var (key, before) = (NewKey(), Sent);

        var first = (await CreateAsync("ada-once", "x", key)).With(200);
        var again = (await CreateAsync("ada-once", "x", key)).With(200);
        var other = await CreateAsync("ada-once", "y", key);

        again.Text.ShouldBe(first.Text);
        other.With(400).Detail.ShouldBe("This Idempotency-Key was used with other arguments");
        (Sent - before).ShouldBe(1);
    }

    [Fact]
    public async Task Equal_keys_of_two_people_or_two_organizations_are_two_keys()
    {
        using var acme = await scene.ModuleX.ClientOfAsync("acme-keys");
        // A name may hold what stands between the parts of a key.
        foreach (var name in new[] { "ada", "ada/x" }) await scene.ConnectedAsync(name);
        await new Owner(acme, "ada").ConnectedToAsync("github", new { token = scene.Token });
        var (key, before) = (NewKey(), Sent);

        (await CreateAsync("ada", "x", $"x/{key}")).With(200);
        (await CreateAsync("ada/x", "x", key)).With(200);
        (await CreateAsync("ada", "x", $"x/{key}", acme)).With(200);

        (Sent - before).ShouldBe(3);
    }

    [Fact]
    public async Task A_key_that_is_empty_or_too_long_is_refused_and_nothing_is_sent()
    {
        await scene.ConnectedAsync("ada-bad-key");
        var before = Sent;

        (await CreateAsync("ada-bad-key", "x", "")).With(400);
        (await CreateAsync("ada-bad-key", "x", new string('k', 256))).With(400);

        Sent.ShouldBe(before);
    }

    [Fact]
    public void Two_keys_in_one_request_are_refused()
    {
        // The client of the tests would make one header of two.
        var request = new DefaultHttpContext().Request;
        request.Headers["Idempotency-Key"] = new(["one", "two"]);

        Should.Throw<InvalidRequestException>(() => IdempotencyHeader.In(request)).Error.Message.ShouldBe("Idempotency-Key is given more than once");
    }

    private Task<Reply> CreateAsync(string name, string repository, string key, HttpClient? client = null) =>
        (client ?? scene.Client).CallAsync(HttpMethod.Post, PathOf(name), Body(repository), ("Idempotency-Key", key));

    private static string PathOf(string name) => $"/tools/github/execute?user_id={Uri.EscapeDataString(name)}";

    private static object Body(string name) => new { action = "create_repository", parameters = new { name } };

    private static string NewKey() => Guid.NewGuid().ToString();
}
