using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Simple;

/// <summary>The whole job without any third party: the server's own mock services are a tool of it.</summary>
public sealed class MockToolTests
{
    [Fact]
    public async Task The_mock_tool_is_connected_executed_and_disconnected()
    {
        await using var modulex = await AModuleX().StartAsync();
        var ada = await new Owner(modulex.Client, "ada").ConnectedToAsync("mock", new { api_key = "any" });

        var created = (await ada.ExecuteAsync("mock", "create_user", new { email = "ada@example.com", name = "Ada" })).With(200).Json.GetProperty("result");
        var user = created.GetProperty("id").GetString()!;
        (await ada.ExecuteAsync("mock", "create_subscription", new { user_id = user, plan = "premium", amount = "29.99" })).With(200);
        (await ada.ExecuteAsync("mock", "send_notification", new { user_id = user, type = "email", subject = "Welcome!", message = "Hello" })).With(200);
        var listed = (await ada.ExecuteAsync("mock", "list_users")).With(200).Json.GetProperty("result");
        var data = (await ada.ExecuteAsync("mock", "get_data", new { data_type = "subscriptions" })).With(200).Json.GetProperty("result");

        created.GetProperty("status").GetString().ShouldBe("active");
        listed.EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(user);
        data.GetProperty("total").GetInt32().ShouldBe(1);
        (await ada.ExecuteAsync("mock", "get_health")).With(200);
        (await ada.DisconnectAsync("mock")).With(200);
        (await ada.ExecuteAsync("mock", "list_users")).With(404);
    }

    [Fact]
    public async Task Without_the_mock_services_there_is_no_such_tool()
    {
        await using var modulex = await AModuleX().With("MockServices:Enabled", "false").StartAsync();

        var tools = (await modulex.Client.GetReplyAsync("/tools")).With(200).Json.GetProperty("tools").EnumerateArray();
        tools.ShouldAllBe(tool => !tool.GetProperty("name").ValueEquals("mock"));
        (await modulex.Client.GetReplyAsync("/tools/mock")).With(404);
        (await new Owner(modulex.Client, "ada").ConnectAsync("mock", new { api_key = "any" })).With(404).Detail.ShouldBe("Tool mock not found");
    }

    [Fact]
    public async Task A_mock_tool_that_is_served_elsewhere_stays()
    {
        var builder = AModuleX().With("MockServices:Enabled", "false").With("Tools:mock:Server", "https://mock.example.com/api/mock");
        await using var modulex = await builder.StartAsync();

        (await modulex.Client.GetReplyAsync("/tools/mock")).With(200);
    }

    [Fact]
    public async Task What_the_mock_service_refuses_is_told_with_its_status()
    {
        await using var modulex = await AModuleX().StartAsync();
        var ada = await new Owner(modulex.Client, "ada").ConnectedToAsync("mock", new { api_key = "any" });
        (await ada.ExecuteAsync("mock", "create_user", new { email = "ada@example.com", name = "Ada" })).With(200);

        var again = await ada.ExecuteAsync("mock", "create_user", new { email = "ada@example.com", name = "Ada" });

        again.With(400).Detail.ShouldContain("409");
        again.Json.GetProperty("details").GetProperty("upstream_status").GetString().ShouldBe("409");
        again.Text.ShouldContain("already exists");
    }
}
