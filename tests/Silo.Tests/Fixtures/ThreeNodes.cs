using System.Security.Cryptography;
using ModuleX.Infrastructure.Tests.Fixtures;
using Npgsql;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>Three nodes on one PostgreSQL, each in a process of its own, with a tool and people who have connected it.</summary>
public sealed class ThreeNodes : IAsyncLifetime
{
    public const string Tool = "ledger";
    public const string Action = "add_entry";

    /// <summary>Of the super admin.</summary>
    public const string Email = "root@example.com";

    private readonly PostgreSqlCluster _postgres = new();
    private readonly TestTools _tools = new();
    private (string, string)[] _headers = [];

    /// <summary>What may never be read outside: of the database, of the master key, of a person.</summary>
    internal IReadOnlyList<string> Secrets =>
        [new NpgsqlConnectionStringBuilder(_postgres.ConnectionStringOf("cluster")).Password!, "Username=modulex", MasterKey, Password,
        "root-token", "token-"];

    internal string Password { get; } = $"Aa1!{Guid.NewGuid():N}";

    internal IReadOnlyList<NodeProcess> Nodes { get; private set; } = [];

    internal RoundRobin Client { get; private set; } = null!;

    public Upstream Upstream { get; private set; } = null!;

    /// <summary>A service of another kind: with OAuth and tokens that rotate.</summary>
    public RotatingService Books { get; private set; } = null!;

    /// <summary>Between the nodes.</summary>
    internal OneWayNetwork Network { get; } = new();

    internal PostgreSqlCluster Database => _postgres;

    /// <summary>Where the nodes export to. They record the traces of callers who record, and no others.</summary>
    public OtlpReceiver Otlp { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Every test is skipped then.
        if (ProviderAttribute.WhySkipped("postgresql") is not null) return;
        await _postgres.InitializeAsync();
        Otlp = await OtlpReceiver.StartAsync();
        Upstream = await Upstream.StartAsync();
        Upstream.Answer = async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30));
            await Upstream.Json(context, """{"id":1}""", 201);
        };
        Books = await RotatingService.StartAsync();
        _tools.AddManifest(RotatingService.Tool, Books.Manifest);
        _tools.Add(Tool, Upstream.Url.OriginalString,
            TestTools.Action(Action, "POST", "/entries", """{"text":{"type":"string","description":"What."}}""", "text"));
        Nodes = [.. Enumerable.Range(0, 3).Select(NewNode)];
        await Nodes[0].RunAsync("database", "update");
        // All at once, on a database without a tenant: one prepares it, the others wait.
        foreach (var node in Nodes) await node.StartAsync();
        foreach (var node in Nodes) await node.ReadyAsync();
        Client = new RoundRobin([.. Nodes.Select(node => node.Address)]);
        await InstallAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var node in Nodes) await node.DisposeAsync();
        await Network.DisposeAsync();
        if (Client is null) return;
        await Client.DisposeAsync();
        await Upstream.DisposeAsync();
        await Books.DisposeAsync();
        await Otlp.DisposeAsync();
        _tools.Dispose();
        await _postgres.DisposeAsync();
    }

    /// <summary>A run that must not be made twice.</summary>
    internal Task<Reply> ExecuteAsync(string key) =>
        Client.SendAsync(HttpMethod.Post, $"/api/tools/{Tool}/execute", new { action = Action, parameters = new { text = key } },
            [("Idempotency-Key", key), .. _headers]);

    internal Task<Reply> ConnectAsync(string owner) =>
        Client.SendAsync(HttpMethod.Post, "/auth/manual", new { user_id = owner, tool_name = Tool, credentials = new { token = $"token-{owner}" } });

    /// <summary>Connects an owner with the service whose tokens rotate.</summary>
    internal async Task ConnectBooksAsync(string owner)
    {
        var state = (await Client.SendAsync(HttpMethod.Get, $"/auth/url/{RotatingService.Tool}?user_id={owner}")).With(200)["state"]!;
        (await Client.SendAsync(HttpMethod.Get, $"/auth/callback/{RotatingService.Tool}?code={owner}&state={Uri.EscapeDataString(state)}")).With(200);
    }

    /// <summary>Has an address told of events of the organization for which callers without a key act here.</summary>
    internal async Task HookAsync(Uri address, string happened)
    {
        var organizations = (await Client.SendAsync(HttpMethod.Get, "/api/organizations", null, _headers)).With(200).Json.GetProperty("organizations");
        var own = organizations.EnumerateArray().Single(one => one.GetProperty("slug").ValueEquals("default")).GetProperty("id").GetString()!;
        (await Client.SendAsync(HttpMethod.Post, "/v1/webhooks", new { url = address, events = new[] { happened } }, [_headers[0], ("X-Organization-ID", own)]))
            .With(201);
    }

    internal Task<Reply> SetDisabledAsync(string owner, bool isDisabled) =>
        Client.SendAsync(HttpMethod.Put, $"/auth/tools/{Tool}/actions/{Action}/status?user_id={owner}", new { is_disabled = isDisabled });

    /// <summary>How often the service was asked for this.</summary>
    internal IReadOnlyDictionary<string, int> CountByText(IEnumerable<string> texts)
    {
        var bodies = Upstream.Requests.Select(request => request.Text).GroupBy(text => text).ToDictionary(group => group.Key, group => group.Count());
        return texts.ToDictionary(text => text, text => bodies.Where(body => body.Key.Contains(text, StringComparison.Ordinal)).Sum(body => body.Value));
    }

    private NodeProcess NewNode(int number)
    {
        var (port, siloPort, listenPort) = (FreePorts.Take(), FreePorts.Take(), FreePorts.Take());
        Network.Add(siloPort, listenPort, () => Nodes[number]);
        return new(new Uri($"http://127.0.0.1:{port}"), SettingsOf(port, siloPort, listenPort), Environment());
    }

    private string[] SettingsOf(int port, int siloPort, int listenPort) =>
        [
            "--environment=Development", "--Database:Provider=postgresql", $"--Database:ConnectionString={_postgres.ConnectionStringOf("cluster")}",
            $"--Catalog:Path={_tools.Folder}", $"--Tools:{RotatingService.Tool}:ClientId=modulex", $"--Tools:{RotatingService.Tool}:ClientSecret={Secret}",
            "--Passwords:Iterations=10000", "--RateLimits:Enabled=false", $"--Urls=http://127.0.0.1:{port}", $"--PublicUrl=http://127.0.0.1:{port}",
            "--Logging:LogLevel:Default=Warning",
            "--Cluster:Address=127.0.0.1", $"--Cluster:Port={siloPort}", $"--Cluster:ListenPort={listenPort}", "--Cluster:ProbeTimeout=00:00:01",
            $"--Bootstrap:Email={Email}", $"--Bootstrap:Password={Password}",
        ];

    private Dictionary<string, string> Environment() => new()
        {
            ["MODULEX_MASTER_KEY"] = MasterKey, ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Otlp.Url.OriginalString, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_TRACES_SAMPLER"] = "parentbased_always_off", ["OTEL_BSP_SCHEDULE_DELAY"] = "200", ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        };

    private static string Secret { get; } = Guid.NewGuid().ToString("N");

    private static string MasterKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private async Task InstallAsync()
    {
        var token = (await Client.SendAsync(HttpMethod.Post, "/api/auth/login", new { email = Email, password = Password }))
            .With(200)["access_token"]!;
        _headers = [("Authorization", $"Bearer {token}")];
        var organization = (await Client.SendAsync(HttpMethod.Post, "/api/organizations", new { slug = "acme", name = "Acme" }, _headers))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
        _headers = [.. _headers, ("X-Organization-ID", organization)];
        (await Client.SendAsync(HttpMethod.Post, "/api/integrations/install", new { tool_name = Tool, config_data = new { } }, _headers)).With(200);
        (await Client.SendAsync(HttpMethod.Post, "/api/auth/manual", new { tool_name = Tool, credentials = new { token = "root-token" } }, _headers)).With(200);
    }
}
