using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.BadInput;

/// <summary>A server that logs everything, with a tool whose address each person chooses. Every person has a new credential.</summary>
public sealed class BadInputScene : IAsyncLifetime
{
    public const string Tool = "testy";

    /// <summary>The deadline of <c>read_quickly</c>.</summary>
    public static readonly TimeSpan QuickDeadline = TimeSpan.FromSeconds(1);

    private readonly TestTools _tools = new TestTools().AddManifest(Tool, Manifest);
    private readonly List<string> _secrets = [];

    /// <summary>A service that is well.</summary>
    public Upstream Upstream { get; private set; } = null!;

    public HttpClient Client => ModuleX.Client;

    internal ModuleXServer ModuleX { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Upstream = await Upstream.StartAsync();
        ModuleX = await LoudAsync(AModuleX());
    }

    public async Task DisposeAsync()
    {
        await ModuleX.DisposeAsync();
        await Upstream.DisposeAsync();
        _tools.Dispose();
    }

    /// <summary>Another server with the same tool, and every category at its loudest.</summary>
    internal Task<ModuleXServer> LoudAsync(ModuleXServerBuilder builder) => builder
        .With("Catalog:Path", _tools.Folder)
        .With("Sessions:VerifyCredentials", "false")
        .With("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
        .With("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace")
        .With("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Trace")
        .StartAsync();

    /// <summary>A new person who has connected the tool at this address.</summary>
    internal Task<Owner> OwnerAtAsync(Uri server) => OwnerAtAsync(ModuleX, server.OriginalString);

    internal Task<Owner> OwnerAtAsync(ModuleXServer modulex, string server) =>
        NewOwner(modulex).ConnectedToAsync(Tool, new { base_url = server, token = NewSecret() });

    /// <summary>A person gives an address that is refused.</summary>
    internal Task<Reply> ConnectAsync(ModuleXServer modulex, string server) =>
        NewOwner(modulex).ConnectAsync(Tool, new { base_url = server, token = NewSecret() });

    /// <summary>What must hold after every mishap: a body in document 2's form, a server that is well, and no credential anywhere.</summary>
    internal async Task ShouldBeUnharmedAsync(Reply reply)
    {
        reply.ContentType.ShouldBe("application/json");
        reply.Detail.ShouldNotBeNullOrWhiteSpace();
        (await Client.GetReplyAsync("/health/ready")).With(200);
        (await (await OwnerAtAsync(Upstream.Url)).ExecuteAsync(Tool, "read_thing", new { name = "good" })).With(200);
        List<string> secrets;
        lock (_secrets) secrets = [.. _secrets];
        secrets.ShouldNotBeEmpty();
        secrets.ShouldAllBe(secret => !reply.Text.Contains(secret));
        ModuleX.Log.Lines.Where(line => secrets.Exists(line.Contains)).ShouldBeEmpty();
    }

    private static Owner NewOwner(ModuleXServer modulex) => new(modulex.Client, $"person-{Guid.NewGuid():N}");

    private string NewSecret()
    {
        var secret = $"secret-{Guid.NewGuid():N}";
        lock (_secrets) _secrets.Add(secret);
        return secret;
    }

    private static JsonObject Manifest
    {
        get
        {
            var quickly = TestTools.Action("read_quickly", "GET", "/quick");
            quickly["timeout_seconds"] = QuickDeadline.TotalSeconds;
            return new JsonObject
            {
                ["name"] = Tool,
                ["display_name"] = "Testy",
                ["description"] = "A tool for tests.",
                ["version"] = "1.0.0",
                ["server"] = new JsonObject { ["url"] = "{base_url}", ["allowed_hosts"] = new JsonArray("169.254.169.254") },
                ["connection_fields"] = new JsonArray(new JsonObject { ["name"] = "base_url", ["title"] = "Address", ["type"] = "url" }),
                ["auth"] = new JsonArray(new JsonObject { ["type"] = "bearer" }),
                ["defaults"] = new JsonObject { ["timeout_seconds"] = 20, ["retry"] = new JsonObject { ["max_attempts"] = 1 } },
                ["actions"] = new JsonArray(
                    TestTools.ReadThing,
                    quickly,
                    TestTools.Action(
                        "make_thing", "POST", "/things",
                        """
                        {
                          "name": { "type": "string", "description": "Its name." },
                          "size": { "type": "integer", "description": "Its size." },
                          "extra": { "type": "object", "description": "Anything." }
                        }
                        """,
                        "name", "size")),
            };
        }
    }
}
