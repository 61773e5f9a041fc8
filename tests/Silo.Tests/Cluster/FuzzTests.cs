using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using ModuleX.Api.Tests.OpenApi;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Silo.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Requests that no client should send, to two nodes on one PostgreSQL in turn. <c>MODULEX_FUZZ_REQUESTS</c> makes them more or fewer.</summary>
[Collection(Alone.Name)]
public sealed class FuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Requests = 3_000;

    private readonly PostgreSqlCluster _postgres = new();
    private readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly string _password = $"Aa1!{Guid.NewGuid():N}";

    public Task InitializeAsync() => _postgres.InitializeAsync();

    public Task DisposeAsync() => _postgres.DisposeAsync();

    [PostgreSqlFact]
    public async Task Fuzzed_requests_meet_no_bug_on_two_nodes()
    {
        var count = FuzzRun.CountOr(Requests);
        await using var one = NewNode(FreePorts.Take(), FreePorts.Take());
        await using var two = NewNode(FreePorts.Take(), FreePorts.Take());
        await one.RunAsync("database", "update");
        foreach (var node in (NodeProcess[])[one, two]) await node.StartAsync();
        foreach (var node in (NodeProcess[])[one, two]) await node.ReadyAsync();
        var run = new FuzzRun([one.Client, two.Client]);
        await run.SignInAsync("root@example.com", _password);

        await run.SendAsync(seed: 4, count);

        output.WriteLine($"{run.Answered} requests, {run.Summary}");
        run.Bugs.ShouldBeEmpty();
        run.Answered.ShouldBe(count);
        one.LinesOf(LogLevel.Error).Concat(two.LinesOf(LogLevel.Error)).ShouldBeEmpty();
    }

    private NodeProcess NewNode(int port, int siloPort) => new(
        new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
        [
            "--environment=Development", "--Database:Provider=postgresql", $"--Database:ConnectionString={_postgres.ConnectionStringOf("fuzz")}",
            $"--Catalog:Path={Repository.PathOf("integrations")}",
            "--Passwords:Iterations=10000", "--RateLimits:Enabled=false", $"--Urls=http://127.0.0.1:{port}", $"--PublicUrl=http://127.0.0.1:{port}",
            "--Logging:LogLevel:Default=Warning",
            "--Cluster:Address=127.0.0.1", $"--Cluster:Port={siloPort}", "--Bootstrap:Email=root@example.com", $"--Bootstrap:Password={_password}",
        ],
        new Dictionary<string, string> { ["MODULEX_MASTER_KEY"] = _masterKey });
}
