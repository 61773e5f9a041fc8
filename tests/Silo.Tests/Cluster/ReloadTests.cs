using System.Globalization;
using Microsoft.Extensions.Logging;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Each node of a cluster has a settings file of its own, and one request has all of them read.</summary>
[Collection(Alone.Name)]
public sealed class ReloadTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modulex-reload-").FullName;
    private readonly string _password = $"Aa1!{Guid.NewGuid():N}";
    private readonly int _primary = FreePorts.Take();
    private IReadOnlyList<NodeProcess> _nodes = [];

    public async Task InitializeAsync()
    {
        foreach (var at in new[] { 0, 1 }) await WriteAsync(at, 500);
        _nodes = [NewNode(0, _primary), NewNode(1, FreePorts.Take())];
        foreach (var node in _nodes)
        {
            await node.StartAsync();
            await node.ReadyAsync();
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes.Reverse()) await node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_reload_at_one_node_changes_the_limits_of_all_and_a_file_with_a_fault_is_in_the_log()
    {
        var root = await SignInAsync();
        foreach (var node in _nodes) (await LimitOfAsync(node)).ShouldBe("500");

        foreach (var at in new[] { 0, 1 }) await WriteAsync(at, 400 + at);
        (await ReloadAsync(root)).With(200).Json.GetProperty("success").GetBoolean().ShouldBeTrue();

        for (var at = 0; at < _nodes.Count; at++) (await LimitOfAsync(_nodes[at])).ShouldBe((400 + at).ToString(CultureInfo.InvariantCulture));

        await WriteAsync(0, 300);
        await WriteAsync(1, -1);
        (await ReloadAsync(root)).With(200);

        (await LimitOfAsync(_nodes[0])).ShouldBe("300");
        (await LimitOfAsync(_nodes[1])).ShouldBe("401");
        await Wait.UntilAsync(
            () => _nodes[0].LinesOf(LogLevel.Warning).Any(line => line.Contains("stay as they were", StringComparison.Ordinal)), "the refusal is in the log");
    }

    private async Task<string> SignInAsync() =>
        (await _nodes[0].Client.PostReplyAsync("/api/auth/login", new { email = "root@example.com", password = _password })).With(200)["access_token"]!;

    private Task<Reply> ReloadAsync(string token) =>
        _nodes[0].Client.CallAsync(HttpMethod.Post, "/api/system/config/reload", null, ("Authorization", $"Bearer {token}"));

    private static async Task<string> LimitOfAsync(NodeProcess node) =>
        (await node.Client.GetReplyAsync("/")).Headers.GetValues("X-RateLimit-Limit").Single();

    private Task WriteAsync(int at, int limit) =>
        File.WriteAllTextAsync(FileOf(at), string.Create(CultureInfo.InvariantCulture, $"[RateLimits]\nAnonymous = {limit}\n"));

    private string FileOf(int at) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"node{at}.toml"));

    private NodeProcess NewNode(int at, int siloPort)
    {
        var port = FreePorts.Take();
        return new(
            new Uri($"http://127.0.0.1:{port}"),
            [
                "--environment=Development", $"--Database:ConnectionString=Data Source={Path.Combine(_folder, "modulex.db")}",
                $"--Catalog:Path={Repository.PathOf("integrations")}", "--Passwords:Iterations=10000", "--RateLimits:Enabled=true",
                $"--Urls=http://127.0.0.1:{port}", $"--PublicUrl=http://127.0.0.1:{port}", "--Logging:Console:FormatterName=json",
                "--Cluster:Membership=localhost", $"--Cluster:PrimaryPort={_primary}", $"--Cluster:Port={siloPort}", "--Cluster:DrainDelay=00:00:00",
                "--Bootstrap:Email=root@example.com", $"--Bootstrap:Password={_password}",
            ],
            new Dictionary<string, string> { ["MODULEX_CONFIG_PATH"] = FileOf(at) });
    }
}
