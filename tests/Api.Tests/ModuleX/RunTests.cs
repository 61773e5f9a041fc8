using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>Executing in an organization: what has to be so before anything is sent, and what is answered.</summary>
public sealed class RunTests(RunScene scene) : IClassFixture<RunScene>
{
    [Fact]
    public async Task A_list_is_answered_with_its_length_and_times()
    {
        var member = await scene.AddMemberAsync();

        var reply = (await scene.ExecuteAsync(member, "list_entries")).With(200).Json;

        reply.GetProperty("organization_id").GetString().ShouldBe(scene.Organization);
        var result = reply.GetProperty("result");
        result.GetProperty("data").GetArrayLength().ShouldBe(2);
        result.GetProperty("total_count").GetInt32().ShouldBe(2);
        DateTimeOffset.Parse(result.GetProperty("end_time").GetString()!)
            .ShouldBeGreaterThanOrEqualTo(DateTimeOffset.Parse(result.GetProperty("start_time").GetString()!));
    }

    [Fact]
    public async Task An_object_has_no_length()
    {
        var reply = (await scene.ExecuteAsync(await scene.AddMemberAsync(), "add_entry", new { text = "x" })).With(200).Json;

        reply.GetProperty("result").TryGetProperty("total_count", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_members_run_and_only_what_they_have_connected()
    {
        var stranger = (
            await scene.Server.Client.PostReplyAsync(
                "/api/auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = $"Aa1!{Guid.NewGuid():N}" })).With(201)["access_token"]!;

        (await scene.ExecuteAsync(stranger, "list_entries")).With(403);
        (await scene.ExecuteAsync(await scene.AddMemberAsync(connects: false), "list_entries")).With(404);
        (await scene.ExecuteAsync(await scene.AddMemberAsync(), "add_entry", new { amount = "many" })).With(422);
        (await scene.ExecuteAsync(await scene.AddMemberAsync(), "break_down")).With(502);
    }

    [Fact]
    public async Task A_tool_that_is_uninstalled_is_refused_within_a_second_and_hidden()
    {
        var member = await scene.AddMemberAsync();
        (await scene.ExecuteAsync(member, "list_entries")).With(200);

        await scene.UninstallAsync();

        try
        {
            await Eventually.SoAsync("refusal", async () => (await scene.ExecuteAsync(member, "list_entries")).Status == 404);
            (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/available")).With(200).Json.GetProperty("total").GetInt32().ShouldBe(0);
            (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/openai-tools")).With(200).Json.GetProperty("total").GetInt32().ShouldBe(0);
        }
        finally
        {
            await scene.InstallAsync();
        }
    }

    [Fact]
    public async Task Lists_have_the_documented_fields()
    {
        var member = await scene.AddMemberAsync();
        (await scene.ExecuteAsync(member, "list_entries")).With(200);

        var available = (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/available")).With(200).Json.GetProperty("tools")[0];
        var mine = (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/user")).With(200).Json.GetProperty("tools")[0];
        var functions = (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/openai-tools")).With(200).Json;

        available.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["name", "display_name", "description", "version", "author", "categories", "logo", "actions"]);
        mine.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["name", "display_name", "is_authenticated", "is_active", "auth_type", "last_used", "actions"]);
        functions.GetProperty("total").GetInt32().ShouldBe(3);
        functions.GetProperty("tools")[0].GetProperty("function").GetProperty("description").GetString()!.ShouldStartWith("Ledger: ");
    }

    [Fact]
    public async Task Functions_come_in_Anthropic_s_format_too()
    {
        var member = await scene.AddMemberAsync();

        var usual = (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/openai-tools?format=openai")).With(200).Json;
        var answer = (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/openai-tools?format=anthropic")).With(200).Json;

        answer.EnumerateObject().Select(property => property.Name).ShouldBe(usual.EnumerateObject().Select(property => property.Name));
        foreach (var (tool, one) in answer.GetProperty("tools").EnumerateArray().Zip(usual.GetProperty("tools").EnumerateArray()))
        {
            tool.EnumerateObject().Select(property => property.Name).ShouldBe(["name", "description", "input_schema"]);
            tool.EnumerateObject().Select(property => property.Value.GetRawText())
                .ShouldBe(one.GetProperty("function").EnumerateObject().Select(property => property.Value.GetRawText()));
        }
        answer.GetProperty("tools").EnumerateArray().Max(tool => tool.GetProperty("description").GetString()!.Length).ShouldBe(1024);
        (await scene.CallAsync(member, HttpMethod.Get, "/api/tools/openai-tools?format=gemini")).With(422).Json.GetProperty("error").GetRawText()
            .ShouldContain("format must be one of openai, anthropic");
    }
}
