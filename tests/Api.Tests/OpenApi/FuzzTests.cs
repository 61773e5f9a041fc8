using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>Ten thousand requests that nobody should send, to a server in a process of its own.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Requests = 10_000;
    private const int AtOnce = 8;
    private const int WarmingUp = 2 * Requests;
    private const int MebibytesOfDrift = 64;

    /// <summary>With these a caller ends its own token.</summary>
    private static readonly string[] SignsOut = ["Platform_Auth_Logout", "AuthX_Auth_Logout"];

    [Fact]
    public async Task Ten_thousand_fuzzed_requests_meet_no_bug_and_leave_nothing_behind()
    {
        using var folder = new TempFolder();
        await using var server = ModuleXProcess.Serve(folder.Path, new Dictionary<string, string> { ["DOTNET_GCConserveMemory"] = "9" }, "--Passwords:Iterations=10000");
        await server.ReadyAsync();
        var callers = new List<string?> { null, "nonsense", await TokenAsync(server.Client, "admin@example.com", "admin123"), await NewMemberAsync(server.Client) };
        var statuses = new ConcurrentDictionary<int, int>();
        var bugs = new ConcurrentBag<string>();
        var operations = Contract.Kept.Operations.Values.Where(operation => operation.Id != "Platform_Events_Open").ToList();

        // Compiled code, plans and filled caches stay, and there are fewer new ones with each request: what is asked here is that the next ten thousand add none.
        await RunAsync(seed: 1, WarmingUp);
        var before = await ResidentAsync(server);
        await RunAsync(seed: 2, Requests);
        var after = await ResidentAsync(server);

        output.WriteLine($"{string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}; resident {before} MiB, afterwards {after} MiB");
        bugs.ShouldBeEmpty();
        statuses.Values.Sum().ShouldBe(WarmingUp + Requests);
        server.Output.Split('\n').Where(line => line.Contains("failed, trace", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)).ShouldBeEmpty();
        after.ShouldBeLessThan(before + MebibytesOfDrift);
        (await server.Client.GetReplyAsync("/health/ready")).With(200);

        async Task RunAsync(int seed, int count)
        {
            var fuzz = new Fuzz(seed);
            var made = Enumerable.Range(0, count).Select(number => (Case: fuzz.Next(Contract.Kept.Document, operations[number % operations.Count]), Token: fuzz.One(callers))).ToList();
            await Parallel.ForEachAsync(made, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (next, _) =>
            {
                var token = SignsOut.Contains(next.Case.Operation.Id) ? "nonsense" : next.Token;
                var (status, text) = await SendAsync(server.Client, next.Case, token);
                statuses.AddOrUpdate(status, 1, static (_, known) => known + 1);
                if (status is 500 or > 504 || status < 100) bugs.Add($"{next.Case.Operation.Id} {next.Case.Url("")} {next.Case.Body?[..Math.Min(next.Case.Body.Length, 300)]}: {status} {text}");
            });
        }
    }

    private static async Task<(int Status, string Text)> SendAsync(HttpClient client, Case sent, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(sent.Operation.Method.ToUpperInvariant()), sent.Url(Guid.Empty.ToString()));
        foreach (var (name, value) in sent.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (sent.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(sent.Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sent.ContentType);
        }
        var reply = await client.ReplyAsync(request);
        return (reply.Status, reply.Text);
    }

    /// <summary>Resident memory in MiB, once the process has had a moment with nothing to do.</summary>
    private static async Task<long> ResidentAsync(ModuleXProcess server)
    {
        var least = long.MaxValue;
        for (var tries = 0; tries < 20; tries++)
        {
            (await server.Client.GetReplyAsync("/health/ready")).With(200);
            var line = (await File.ReadAllLinesAsync($"/proc/{server.Id.ToString(CultureInfo.InvariantCulture)}/status")).Single(known => known.StartsWith("VmRSS:", StringComparison.Ordinal));
            least = Math.Min(least, long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2], CultureInfo.InvariantCulture) / 1024);
        }
        return least;
    }

    private static async Task<string> NewMemberAsync(HttpClient client)
    {
        var (email, password) = ($"member-{Guid.NewGuid():N}@example.com", $"Aa1!{Guid.NewGuid():N}");
        (await client.PostReplyAsync("/api/auth/register", new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString())).With(201);
        return await TokenAsync(client, email, password);
    }

    private static async Task<string> TokenAsync(HttpClient client, string email, string password) =>
        (await client.PostReplyAsync("/api/auth/login", new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString())).With(200)["access_token"]!;
}
