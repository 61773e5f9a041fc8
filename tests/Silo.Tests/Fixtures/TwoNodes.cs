using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModuleX.Domain.Identity;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>Two nodes of one cluster in this process, with a clock that a test can move, a tool with an API key, and one with OAuth.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    public const string Ledger = "ledger";
    public const string Books = "books";

    private readonly string _folder = Directory.CreateTempSubdirectory("modulex-cluster-").FullName;
    private readonly string _password = $"Aa1!{Guid.NewGuid():N}";
    private readonly TestTools _tools = new();
    private string[] _settings = [];
    private int _tokens;

    internal MovableClock Clock { get; } = new();

    internal BreakableRepository Sessions { get; } = new();

    internal Node One { get; private set; } = null!;

    internal Node Two { get; private set; } = null!;

    internal IReadOnlyList<Node> Both => [One, Two];

    public Upstream Upstream { get; private set; } = null!;

    /// <summary>An organization that has installed the ledger.</summary>
    internal string Organization { get; private set; } = "";

    /// <summary>The super admin, who is the only user at first.</summary>
    internal UserId Root { get; private set; }

    internal string DatabaseSetting => $"--Database:ConnectionString=Data Source={Path.Combine(_folder, "modulex.db")}";

    public async Task InitializeAsync()
    {
        Upstream = await Upstream.StartAsync();
        Upstream.Answer = AnswerAsync;
        _tools.Add(Ledger, Upstream.Url.OriginalString, TestTools.Action("list_entries", "GET", "/entries"),
            TestTools.Action("add_entry", "POST", "/entries", """{"text":{"type":"string","description":"What.","minLength":3}}""", "text"))
            .AddManifest(Books, BooksManifest);
        var (port, otherPort) = (FreePorts.Take(), FreePorts.Take());
        var primary = FreePorts.Take();
        _settings =
        [
            "--environment=Development", $"--PublicUrl=http://127.0.0.1:{port}", DatabaseSetting, $"--Catalog:Path={_tools.Folder}",
            "--Passwords:Iterations=10000",
            "--RateLimits:Enabled=false", "--Logging:LogLevel:Default=Debug", "--Logging:LogLevel:Orleans=Warning",
            "--Logging:Console:LogLevel:Default=None", "--Cluster:Membership=localhost", $"--Cluster:PrimaryPort={primary}",
            "--Cluster:DrainDelay=00:00:00", "--Bootstrap:Email=root@example.com", $"--Bootstrap:Password={_password}", "--Records:Interval=00:00:00.1",
            $"--Tools:{Ledger}:Server={Upstream.Url.OriginalString}", $"--Tools:{Books}:Server={Upstream.Url.OriginalString}",
            $"--Tools:{Books}:AuthorizeUrl={Upstream.Url}authorize", $"--Tools:{Books}:TokenUrl={Upstream.Url}token",
            $"--Tools:{Books}:ClientId=modulex", $"--Tools:{Books}:ClientSecret={Guid.NewGuid():N}",
        ];
        One = await Node.StartAsync([.. _settings, $"--Cluster:Port={primary}"], port, Clock, Sessions);
        Two = await StartNodeAsync(otherPort);
        foreach (var node in Both)
            await Eventually.BecomesAsync(async () => (await node.Client.GetReplyAsync("/health/ready")).Status == 200, "node that is ready");
        var root = await SignInAsync(One);
        Organization = (await CallAsync(One, root, HttpMethod.Post, "/api/organizations", new { slug = "acme", name = "Acme" }))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
        Root = new(Guid.Parse((await LoginAsync(One)).Json.GetProperty("user").GetProperty("id").GetString()!));
        (await CallAsync(One, root, HttpMethod.Post, "/api/integrations/install", new { tool_name = Ledger, config_data = new { } })).With(200);
        (await CallAsync(One, root, HttpMethod.Post, "/api/auth/manual",
            new { tool_name = Ledger, credentials = new { token = Guid.NewGuid().ToString("N") } })).With(200);
    }

    public async Task DisposeAsync()
    {
        await Two.DisposeAsync();
        await One.DisposeAsync();
        await Upstream.DisposeAsync();
        _tools.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>One more node, which the test ends.</summary>
    internal Task<Node> StartNodeAsync(int port) => Node.StartAsync([.. _settings, $"--Cluster:Port={FreePorts.Take()}"], port, Clock, Sessions);

    /// <summary>A new login of the super admin.</summary>
    /// <returns>The access token.</returns>
    internal async Task<string> SignInAsync(Node node) => (await LoginAsync(node))["access_token"]!;

    internal Task<Reply> CallAsync(Node node, string token, HttpMethod method, string path, object? body = null) =>
        node.Client.CallAsync(
            method, path, body, Organization.Length == 0 ? [("Authorization", $"Bearer {token}")]
            : [("Authorization", $"Bearer {token}"), ("X-Organization-ID", Organization)]);

    /// <summary>Asks for the URL that the person is to visit, and gives the state in it.</summary>
    internal static async Task<string> BeginAsync(Node node, string user) =>
        (await node.Client.GetReplyAsync($"/auth/url/{Books}?user_id={user}")).With(200)["state"]!;

    /// <summary>The person has agreed, and comes back to a node.</summary>
    internal static Task<Reply> ReturnAsync(Node node, string state) =>
        node.Client.GetReplyAsync($"/auth/callback/{Books}?code={Guid.NewGuid():N}&state={Uri.EscapeDataString(state)}");

    internal static async Task<string> ConnectBooksAsync(Node node)
    {
        var user = $"user-{Guid.NewGuid():N}";
        (await ReturnAsync(node, await BeginAsync(node, user))).With(200);
        return user;
    }

    private async Task<Reply> LoginAsync(Node node) =>
        (await node.Client.PostReplyAsync("/api/auth/login", new { email = "root@example.com", password = _password })).With(200);

    private static JsonObject BooksManifest => (JsonObject)JsonNode.Parse("""
        {
          "name": "books", "display_name": "Books", "description": "Keeps books.", "version": "1.0.0",
          "server": { "url": "https://books.example.com" },
          "auth": [{ "type": "oauth2", "authorize_url": "https://books.example.com/authorize", "token_url": "https://books.example.com/token", "scopes": ["read"] }],
          "actions": [
            { "name": "list_books", "description": "Lists books.", "parameters": { "type": "object", "properties": {}, "additionalProperties": false }, "request": { "method": "GET", "path": "/books" } }
          ]
        }
        """)!;

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/token")
        {
            await Upstream.Json(context, """[{"id":1}]""");
            return;
        }
        // As long as a real one takes: others come meanwhile.
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        var number = Interlocked.Increment(ref _tokens).ToString(CultureInfo.InvariantCulture);
        await Upstream.Json(context,
            $$"""{"access_token":"access-{{number}}","refresh_token":"refresh-{{number}}","token_type":"Bearer","expires_in":3600,"scope":"read"}""");
    }
}
