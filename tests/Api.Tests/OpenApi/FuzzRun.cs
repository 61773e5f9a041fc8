using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>Sends invalid requests, some at once, to one server or to several in turn, and keeps what they answered.</summary>
internal sealed class FuzzRun(IReadOnlyList<HttpClient> servers)
{
    private const int AtOnce = 8;

    /// <summary>With these a caller ends its own token.</summary>
    private static readonly string[] SignsOut = ["Platform_Auth_Logout", "AuthX_Auth_Logout"];

    private static readonly IReadOnlyList<Operation> Operations =
        [.. Contract.Kept.Operations.Values.Where(operation => operation.Id != "Platform_Events_Open")];

    private readonly ConcurrentDictionary<int, int> _statuses = [];
    private readonly ConcurrentBag<string> _bugs = [];
    private readonly List<string?> _callers = [null, "nonsense"];

    /// <summary>How many requests are sent in all: as many as the variable MODULEX_FUZZ_REQUESTS says, for a longer search than the usual one.</summary>
    public static int CountOr(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("MODULEX_FUZZ_REQUESTS"), CultureInfo.InvariantCulture, out var count) ? count : usual;

    /// <summary>Answers that say that the server is at fault.</summary>
    public IReadOnlyCollection<string> Bugs => _bugs;

    public int Answered => _statuses.Values.Sum();

    /// <summary>How often there was which status.</summary>
    public string Summary => string.Join(", ", _statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"));

    /// <summary>Signs callers in: the first super admin, and a member.</summary>
    public async Task SignInAsync(string email, string password)
    {
        _callers.Add(await TokenAsync(email, password));
        var (own, secret) = ($"member-{Guid.NewGuid():N}@example.com", $"Aa1!{Guid.NewGuid():N}");
        (await Fixtures.Calls.PostReplyAsync(servers[0], "/api/auth/register",
            new JsonObject { ["email"] = own, ["password"] = secret }.ToJsonString())).With(201);
        _callers.Add(await TokenAsync(own, secret));
    }

    public async Task SendAsync(int seed, int count)
    {
        var fuzz = new Fuzz(seed);
        var made = Enumerable.Range(0, count).Select(number => (
            Case: fuzz.Next(Contract.Kept.Document, Operations[number % Operations.Count]), Token: fuzz.One(_callers),
            Server: servers[number / Operations.Count % servers.Count])).ToList();
        await Parallel.ForEachAsync(made, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (next, _) =>
        {
            var token = SignsOut.Contains(next.Case.Operation.Id) ? "nonsense" : next.Token;
            var (status, text) = await SendAsync(next.Server, next.Case, token);
            _statuses.AddOrUpdate(status, 1, static (_, known) => known + 1);
            if (status is 500 or > 504 || status < 100)
                _bugs.Add($"{next.Case.Operation.Id} {next.Case.Url("")} {next.Case.Body?[..Math.Min(next.Case.Body.Length, 300)]}: {status} {text}");
        });
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
        var reply = await Fixtures.Calls.ReplyAsync(client, request);
        return (reply.Status, reply.Text);
    }

    private async Task<string> TokenAsync(string email, string password) =>
        (await Fixtures.Calls.PostReplyAsync(servers[0], "/api/auth/login",
            new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString())).With(200)["access_token"]!;
}
