using System.Globalization;
using ModuleX.Api.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Api.Tests.Events;

/// <summary>What sockets cost while nothing happens, in a process of the server's own.</summary>
public sealed class IdleSocketTests(ITestOutputHelper output)
{
    private const int Count = 1_000;
    private const double MostMebibytes = 50;

    [Fact]
    public async Task Thousand_idle_sockets_cost_less_than_50_MiB()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var folder = new TempFolder();
        await using var server = ModuleXProcess.Serve(
            folder.Path, "--Passwords:Iterations=10000", $"--Events:SocketsPerUser={Count}", "--Logging:LogLevel:Default=Warning");
        await server.ReadyAsync();
        var registered = (
            await server.Client.PostReplyAsync(
                "/api/auth/register", new { email = "anna@example.org", password = $"Aa1!{Guid.NewGuid():N}", username = "anna" })).With(201);
        var (address, token) = (server.Client.BaseAddress!, registered["access_token"]!);
        // What is compiled and pooled for the first ones is no cost of the others.
        await CloseAsync(await OpenAsync(address, token, 50));
        var before = ResidentMebibytes(server.Id);

        var clients = await OpenAsync(address, token, Count);
        var after = ResidentMebibytes(server.Id);

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
            $"{Count} idle sockets: {before:0.0} MiB before, {after:0.0} MiB with them, {after - before:0.0} MiB more"));
        clients.Count.ShouldBe(Count);
        (after - before).ShouldBeLessThan(MostMebibytes);
        await CloseAsync(clients);
    }

    private static async Task<List<EventClient>> OpenAsync(Uri address, string token, int count)
    {
        var clients = new List<EventClient>(count);
        foreach (var some in Enumerable.Range(0, count).Chunk(20))
            clients.AddRange(await Task.WhenAll(some.Select(_ => EventClient.OpenAsync(address, token))));
        return clients;
    }

    private static async Task CloseAsync(List<EventClient> clients)
    {
        foreach (var client in clients) await client.DisposeAsync();
    }

    private static double ResidentMebibytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(one => one.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }
}
