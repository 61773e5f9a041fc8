namespace ModuleX.Api.Tests.ModuleX;

/// <summary>A key makes a run happen once, whatever the network does.</summary>
public sealed class IdempotencyTests(RunScene scene) : IClassFixture<RunScene>
{
    private int Sent => scene.Upstream.Requests.Count(request => request.Method == "POST");

    [Fact]
    public async Task Fifty_at_once_with_one_key_reach_the_service_once()
    {
        var member = await scene.AddMemberAsync();
        var (key, before) = (NewKey(), Sent);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => scene.ExecuteAsync(member, "add_entry", new { text = "once" }, key)));

        (Sent - before).ShouldBe(1);
        replies.Count(reply => reply.Status == 200).ShouldBeGreaterThanOrEqualTo(1);
        replies.ShouldAllBe(reply => reply.Status == 200 || reply.Status == 409);
    }

    [Fact]
    public async Task The_same_again_gets_the_same_answer_and_other_arguments_are_refused()
    {
        var member = await scene.AddMemberAsync();
        var (key, before) = (NewKey(), Sent);

        var first = (await scene.ExecuteAsync(member, "add_entry", new { text = "x", amount = 1 }, key)).With(200);
        var again = (await scene.ExecuteAsync(member, "add_entry", new { amount = 1, text = "x" }, key)).With(200);
        (await scene.ExecuteAsync(member, "add_entry", new { text = "y", amount = 1 }, key)).With(422);

        again.Text.ShouldBe(first.Text);
        (Sent - before).ShouldBe(1);
    }

    [Fact]
    public async Task The_equal_key_of_another_person_is_another_key()
    {
        var (key, before) = (NewKey(), Sent);

        (await scene.ExecuteAsync(await scene.AddMemberAsync(), "add_entry", new { text = "x" }, key)).With(200);
        (await scene.ExecuteAsync(await scene.AddMemberAsync(), "add_entry", new { text = "x" }, key)).With(200);

        (Sent - before).ShouldBe(2);
    }

    [Fact]
    public async Task A_failure_that_may_have_happened_is_kept_and_one_before_it_gives_the_key_back()
    {
        var member = await scene.AddMemberAsync(connects: false);
        var (key, before) = (NewKey(), Sent);
        (await scene.ExecuteAsync(member, "break_down", null, key)).With(404);
        (await scene.CallAsync(
            member, HttpMethod.Post, "/api/auth/manual",
            new { tool_name = RunScene.Tool, credentials = new { api_key = Guid.NewGuid().ToString("N") } })).With(200);

        (await scene.ExecuteAsync(member, "break_down", null, key)).With(502);
        (await scene.ExecuteAsync(member, "break_down", null, key)).With(502);

        (Sent - before).ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task A_key_of_a_wrong_length_is_refused(int length) =>
        (await scene.ExecuteAsync(await scene.AddMemberAsync(), "add_entry", new { text = "x" }, new string('k', length))).With(422);

    [Fact]
    public async Task A_batch_has_an_answer_for_each_and_one_fails_alone()
    {
        var member = await scene.AddMemberAsync();
        var runs = new object[]
        {
            new { tool_name = RunScene.Tool, action = "list_entries" },
            new { tool_name = RunScene.Tool, action = "nothing_like_that" },
            new { tool_name = "unknown", action = "list_entries" },
            new { tool_name = RunScene.Tool, action = "add_entry", parameters = new { text = "x" }, idempotency_key = NewKey() },
        };

        var reply = (await scene.CallAsync(member, HttpMethod.Post, "/api/tools/execute-batch", new { runs })).With(200).Json;

        reply.GetProperty("results").EnumerateArray().Select(item => item.GetProperty("status").GetInt32()).ShouldBe([200, 404, 404, 200]);
        (reply.GetProperty("succeeded").GetInt32(), reply.GetProperty("failed").GetInt32()).ShouldBe((2, 2));
        reply.GetProperty("results")[0].GetProperty("result").GetProperty("total_count").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_batch_of_none_or_too_many_is_refused(int count)
    {
        var runs = Enumerable.Repeat(new { tool_name = RunScene.Tool, action = "list_entries" }, count);

        (await scene.CallAsync(await scene.AddMemberAsync(), HttpMethod.Post, "/api/tools/execute-batch", new { runs })).With(422);
    }

    [Fact]
    public async Task A_batch_with_a_hole_is_refused() =>
        (await scene.CallAsync(await scene.AddMemberAsync(), HttpMethod.Post, "/api/tools/execute-batch", """{"runs":[null]}""")).With(422);

    private static string NewKey() => Guid.NewGuid().ToString();
}
