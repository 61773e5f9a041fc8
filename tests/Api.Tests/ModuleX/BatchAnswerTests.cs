using Microsoft.AspNetCore.Http;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>Odd answers of a service in a batch: each is the affair of its own run.</summary>
public sealed class BatchAnswerTests(RunScene scene) : IClassFixture<RunScene>
{
    private static readonly string Deep = new string('[', 64) + new string(']', 64);

    [Fact]
    public async Task An_answer_that_is_not_unicode_and_one_that_is_deep_leave_the_others_theirs()
    {
        var member = await scene.AddMemberAsync();
        scene.Upstream.Answer = AnswerAsync;
        var key = Guid.NewGuid().ToString();
        var runs = new object[]
        {
            new { tool_name = RunScene.Tool, action = "list_entries", idempotency_key = key },
            new { tool_name = RunScene.Tool, action = "break_down" },
            new { tool_name = RunScene.Tool, action = "add_entry", parameters = new { text = "x" } },
        };

        var reply = (await scene.CallAsync(member, HttpMethod.Post, "/api/tools/execute-batch", new { runs })).With(200).Json;

        reply.GetProperty("results").EnumerateArray().Select(item => item.GetProperty("status").GetInt32()).ShouldBe([502, 200, 200]);
        reply.GetProperty("results")[1].GetProperty("result").GetProperty("data").GetRawText().ShouldBe(Deep);
        (await scene.ExecuteAsync(member, "list_entries", key: key)).With(502);
    }

    private static Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/entries" when context.Request.Method == "GET" => Upstream.Json(context, """{"message":"\ud800"}"""),
        "/broken" => Upstream.Json(context, Deep),
        _ => Upstream.Json(context, """{"id":3}""", 201),
    };
}
