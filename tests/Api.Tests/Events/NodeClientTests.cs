using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;

namespace ModuleX.Api.Tests.Events;

/// <summary>A third-party client gets the events: the package ws, in Node.</summary>
public sealed class NodeClientTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [NodeClientFact]
    public async Task A_client_in_Node_gets_events_and_the_end()
    {
        await using var scene = await PlatformScene.StartAsync();
        var anna = await scene.AddPersonAsync("anna");
        var address = new UriBuilder(scene.Server.Address) { Scheme = "ws", Path = "/api/ws" }.Uri.ToString();
        await using var node = ChildProcess.Start("node", NodeClientFactAttribute.Folder, "client.mjs", address, anna.Client.TokenOf());

        (await node.ReadyLineAsync<JsonElement>(Limit)).GetProperty("protocol").GetString().ShouldBe("modulex");
        (await anna.Client.PutReplyAsync("/api/preferences", new { theme = "dark" })).With(200);
        (await node.ReadyLineAsync<JsonElement>(Limit)).GetRawText().ShouldBe("""{"type":"preference","data":{"preference":{"key":"theme","value":"dark"}}}""");

        (await anna.Client.PostReplyAsync("/api/auth/logout", new { token = anna.Client.TokenOf() })).With(200);
        JsonElement last;
        do last = await node.ReadyLineAsync<JsonElement>(Limit);
        while (!last.IsOf("close"));
        last.GetProperty("code").GetInt32().ShouldBe(4401);
    }
}

/// <summary>A fact that needs the package ws.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeClientFactAttribute : FactAttribute
{
    public NodeClientFactAttribute() => Skip = NpmPackages.MissingReason("The WebSocket client", Folder, "ws");

    public static string Folder => Repository.PathOf("tests", "tools", "websocket-client");
}
