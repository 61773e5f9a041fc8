using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.V1;

/// <summary>The processes of an installation; what a cluster says is in the tests of the silo.</summary>
public sealed class NodeTests
{
    [Fact]
    public async Task The_embedded_server_is_the_only_node()
    {
        await using var modulex = await AModuleX().StartAsync();
        var token = (await modulex.Client.PostReplyAsync("/api/v1/auth/login", new { email = "admin@example.com", password = "admin123" }))
            .With(200)["access_token"];

        var node = (await modulex.Client.CallAsync(HttpMethod.Get, "/v1/nodes", null, ("Authorization", $"Bearer {token}"))).With(200)
            .Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        (node.GetProperty("name").GetString(), node.GetProperty("status").GetString()).ShouldBe((Environment.MachineName, "active"));
        node.GetProperty("version").GetString().ShouldBe((await modulex.Client.GetReplyAsync("/health")).With(200)["version"]);
        node.GetProperty("is_self").GetBoolean().ShouldBeTrue();
        node.GetProperty("started_at").GetDateTimeOffset().ShouldBeLessThanOrEqualTo(node.GetProperty("last_seen").GetDateTimeOffset());
    }
}
