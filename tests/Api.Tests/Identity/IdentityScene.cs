using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Identity;

/// <summary>A server whose clock moves on at will, with a super admin, and people who register themselves.</summary>
public sealed class IdentityScene : IAsyncLifetime
{
    public const string Password = "Unusual-Harbour-42!";

    private int _number;

    internal ModuleXServer Server { get; private set; } = null!;

    internal MovableClock Clock { get; } = new();

    /// <summary>The super admin's access token.</summary>
    internal string Root { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Server = await AModuleX().At(Clock).With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", Password).StartAsync();
        Root = (await LogInAsync("root@example.com")).With(200)["access_token"]!;
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    internal Task<Reply> CallAsync(string? token, HttpMethod method, string path, object? body = null, params (string, string)[] headers) =>
        Server.Client.CallAsync(method, path, body, token is null ? headers : [("Authorization", $"Bearer {token}"), .. headers]);

    internal Task<Reply> PostAsync(string path, object body, params (string, string)[] headers) => CallAsync(null, HttpMethod.Post, path, body, headers);

    internal Task<Reply> LogInAsync(string email, string password = Password) => PostAsync("/api/auth/login", new { email, password });

    /// <summary>A new user, signed in.</summary>
    internal async Task<Account> RegisterAsync()
    {
        var email = $"person{Interlocked.Increment(ref _number)}@example.com";
        return AccountOf(email, (await PostAsync("/api/auth/register", new { email, password = Password })).With(201));
    }

    internal async Task<Account> LogInAgainAsync(Account account) => AccountOf(account.Email, (await LogInAsync(account.Email)).With(200));

    internal async Task<bool> IsGoodAsync(string token) => (await CallAsync(token, HttpMethod.Get, "/api/auth/me")).Status == 200;

    internal async Task<Reply> RefreshAsync(string token) => await PostAsync("/api/auth/refresh", new { refresh_token = token });

    internal Task<TimeSpan> RefusesAsync(string token) => Eventually.SoAsync("refusal of the token", async () => !await IsGoodAsync(token));

    internal IEnumerable<string> SecurityEvents(string name) =>
        Server.Log.Lines.Where(line => line.Contains($"ModuleX.Security[{name}]", StringComparison.Ordinal));

    private static Account AccountOf(string email, Reply reply) =>
        new(email, reply.Json.GetProperty("user").GetProperty("id").GetString()!, reply["access_token"]!, reply["refresh_token"]!);
}

/// <summary>An account and one session of it.</summary>
internal sealed record Account(string Email, string Id, string Access, string Refresh);
