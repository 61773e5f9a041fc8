using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.ModuleX;

namespace ModuleX.Api.Tests.Platform;

/// <summary>A server with three tools, of which <c>reports</c> needs <c>ledger</c>, and a super admin.</summary>
internal sealed class PlatformScene : IAsyncDisposable
{
    private static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    private readonly TestTools _tools = new TestTools().AddManifest("ledger", Manifest("ledger"))
        .AddManifest("reports", Manifest("reports", "ledger")).AddManifest("notes", Manifest("notes"));
    private readonly List<HttpClient> _clients = [];

    public MovableClock Clock { get; } = new();

    public ModuleXServer Server { get; private set; } = null!;

    public SignedIn Root { get; private set; } = null!;

    /// <param name="adjust">What is set otherwise than usual; null for nothing.</param>
    public static async Task<PlatformScene> StartAsync(Action<ModuleXServerBuilder>? adjust = null)
    {
        var scene = new PlatformScene();
        var builder = ModuleXServerBuilder.AModuleX().With("Catalog:Path", scene._tools.Folder).With("Bootstrap:Email", "root@example.org")
            .With("Bootstrap:Password", Password)
            .With("Sessions:VerifyCredentials", "false").At(scene.Clock);
        adjust?.Invoke(builder);
        scene.Server = await builder.StartAsync();
        scene.Root = scene.ToSignedIn(await scene.LoginAsync("root"));
        return scene;
    }

    /// <summary>Adds a manifest that can't be read, while the server runs.</summary>
    public void AddBrokenManifest(string name) => _tools.AddManifest(name, new JsonObject { ["name"] = name });

    public Task<Reply> RegisterAsync(string name, string password) =>
        Server.Client.PostReplyAsync("/api/auth/register", new { email = $"{name}@example.org", password, username = name });

    public async Task<SignedIn> AddPersonAsync(string name) => ToSignedIn((await RegisterAsync(name, Password)).With(201));

    public async Task<Reply> LoginAsync(string name) =>
        (await Server.Client.PostReplyAsync("/api/auth/login", new { email = $"{name}@example.org", password = Password })).With(200);

    public SignedIn ToSignedIn(Reply reply)
    {
        var client = new HttpClient { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", reply["access_token"]);
        _clients.Add(client);
        return new(reply.Json.GetProperty("user").GetProperty("id").GetString()!, client);
    }

    /// <summary>The newest record of an action in the audit log.</summary>
    public async Task<JsonElement> NewestAuditAsync(string action) =>
        (await Root.Client.GetReplyAsync($"/api/v1/audit/logs?action={action}")).With(200).Json.GetProperty("items")[0];

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
        _tools.Dispose();
    }

    private static JsonObject Manifest(string name, params string[] dependencies) => new()
    {
        ["name"] = name,
        ["display_name"] = $"The {name}",
        ["description"] = $"Keeps {name}.",
        ["version"] = "1.2.0",
        ["author"] = "Somebody",
        ["categories"] = new JsonArray(name == "notes" ? "office" : "finance"),
        ["tags"] = new JsonArray(name),
        ["dependencies"] = new JsonArray([.. dependencies.Select(one => (JsonNode)one)]),
        ["server"] = new JsonObject { ["url"] = "https://ledger.example.com" },
        ["auth"] = new JsonArray(new JsonObject { ["type"] = "bearer" }),
        ["environment_variables"] = new JsonArray(
            new JsonObject { ["name"] = "LEDGER_REGION", ["description"] = "Where." },
            new JsonObject { ["name"] = "LEDGER_PIN", ["description"] = "Opens it.", ["secret"] = true }),
        ["actions"] = new JsonArray(TestTools.Action("read", "GET", "/read")),
    };
}
