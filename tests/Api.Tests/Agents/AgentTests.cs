using System.Text.Json;

namespace ModuleX.Api.Tests.Agents;

/// <summary>The programs of docs/agents.md, with the vendors' SDKs, from the question to the answer.</summary>
public sealed class AgentTests(AgentScene scene) : IClassFixture<AgentScene>
{
    private const string Chat = "openai-chat.mjs";
    private const string Responses = "openai-responses.mjs";
    private const string Vercel = "vercel.mjs";
    private const string Anthropic = "anthropic.mjs";

    [AgentTheory]
    [InlineData(Chat)]
    [InlineData(Responses)]
    [InlineData(Vercel)]
    [InlineData(Anthropic)]
    public async Task What_the_model_calls_is_executed_and_its_result_quoted(string program)
    {
        var person = await scene.AddPersonAsync();
        var email = $"{Guid.NewGuid():N}@example.com";
        await using var model = await FakeModel.StartAsync([new("mock_create_user", new { email, name = "Grace" })]);

        var said = await scene.RunAsync(program, person, model);

        var users = (await person.ExecuteAsync("mock", "list_users")).With(200).Json.GetProperty("result");
        var user = users.EnumerateArray().Single(user => user.GetProperty("email").GetString() == email);
        said.ShouldContain("call_1 gave");
        said.ShouldContain(user.GetProperty("id").GetString()!);
        (await model.ReadJournalAsync()).Count.ShouldBe(2);
    }

    [AgentTheory]
    [InlineData(Chat, "openai")]
    [InlineData(Anthropic, "anthropic")]
    public async Task The_SDK_sends_the_list_of_functions_as_it_came(string program, string format)
    {
        var person = await scene.AddPersonAsync();
        await using var model = await FakeModel.StartAsync([new("mock_list_users", new { })]);

        await scene.RunAsync(program, person, model);

        var listed = (await person.ListFunctionsAsync(format: format)).With(200).Json;
        (await model.ReadJournalAsync()).ShouldAllBe(request => JsonElement.DeepEquals(request.GetProperty("tools"), listed));
    }

    [AgentTheory]
    [InlineData(Chat)]
    [InlineData(Responses)]
    [InlineData(Vercel)]
    [InlineData(Anthropic)]
    public async Task Two_calls_of_one_answer_run_at_the_same_time(string program)
    {
        var person = await scene.AddPersonAsync();
        await using var model = await FakeModel.StartAsync([new("meeting_join", new { name = "Ada" }), new("meeting_join", new { name = "Grace" })]);

        var said = await scene.RunAsync(program, person, model);

        said.Trim().ShouldBe("""
            call_1 gave {"met":true}
            call_2 gave {"met":true}
            """);
    }

    [AgentTheory]
    [InlineData(Chat)]
    [InlineData(Responses)]
    [InlineData(Vercel)]
    [InlineData(Anthropic)]
    public async Task The_model_is_told_why_a_call_failed(string program)
    {
        var person = await scene.AddPersonAsync();
        var switchOff = new
        {
            method = "PUT",
            url = new Uri(scene.ModuleX.Address, $"/auth/tools/mock/actions/list_users/status?user_id={person.Name}").OriginalString,
            body = """{"is_disabled":true}""",
        };
        await using var model = await FakeModel.StartAsync(
            [new("mock_create_user", new { email = "grace@example.com", name = "Grace", status = "asleep" }), new("mock_list_users", new { }),
                new("mock_fly", new { })], switchOff);

        var said = await scene.RunAsync(program, person, model);

        said.ShouldContain("must be one of");
        said.ShouldContain("is disabled");
        if (program == Anthropic) (await ResultsAsync(model)).ShouldAllBe(result => result.GetProperty("is_error").GetBoolean());
    }

    /// <summary>The results that the last request of Anthropic's format carries.</summary>
    private static async Task<IReadOnlyList<JsonElement>> ResultsAsync(FakeModel model)
    {
        var results = (await model.ReadJournalAsync())[^1].GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        results.GetArrayLength().ShouldBe(3);
        return [.. results.EnumerateArray()];
    }
}
