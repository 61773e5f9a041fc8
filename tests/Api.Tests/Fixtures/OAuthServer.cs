using System.Net.Http.Json;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>The authorization server of tests/tools/oauth-server, one process for all tests of the collection.</summary>
public sealed class OAuthServer : IAsyncLifetime
{
    private static readonly string Folder = Repository.PathOf("tests", "tools", "oauth-server");
    private static readonly string Node = Path.Combine(Folder, "node_modules", "node", "bin", "node");

    private readonly HttpClient _http = new();
    private ChildProcess? _process;
    private OAuthAddresses? _addresses;

    /// <summary>True when npm has brought the server and the Node that it needs.</summary>
    public static bool IsInstalled => File.Exists(Node) && Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider"));

    public OAuthAddresses Addresses =>
        _addresses ?? throw new InvalidOperationException("The authorization server from npm is not there: run npm install in tests/tools/oauth-server");

    public async Task InitializeAsync()
    {
        // Every test of the collection is skipped then.
        if (!IsInstalled) return;
        _process = ChildProcess.Start(Node, Folder, "server.mjs", "0");
        _addresses = await _process.ReadyLineAsync<OAuthAddresses>(TimeSpan.FromSeconds(30));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        if (_process is not null) await _process.DisposeAsync();
    }

    /// <summary>Sets every switch back, and forgets what was asked.</summary>
    public async Task ResetAsync() => (await _http.PostAsync($"{Addresses.Admin}/reset", null)).EnsureSuccessStatusCode();

    /// <summary>RFC 7591. The server makes up id and secret.</summary>
    public async Task<RegisteredClient> RegisterAsync(string redirectUri)
    {
        var response = await _http.PostAsJsonAsync(Addresses.Registration, new { redirect_uris = new[] { redirectUri } });
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<RegisteredClient>(OAuthJson.Options))!;
    }

    public Task SetTokenEndpointAsync(TokenEndpoint state) => SwitchAsync(new { tokenEndpoint = state.ToString().ToLowerInvariant() });

    /// <summary>How far the server's clock is ahead of the real one.</summary>
    public Task SetClockSkewAsync(TimeSpan skew) => SwitchAsync(new { clockSkewSeconds = (long)skew.TotalSeconds });

    /// <summary>How long access tokens live that are handed out from now on.</summary>
    public Task SetTokenLifetimeAsync(TimeSpan lifetime) => SwitchAsync(new { accessTokenSeconds = (long)lifetime.TotalSeconds });

    public async Task<OAuthJournal> ReadJournalAsync() => (await _http.GetFromJsonAsync<OAuthJournal>($"{Addresses.Admin}/journal", OAuthJson.Options))!;

    /// <summary>RFC 7662: whether a token is good now.</summary>
    public async Task<TokenState> IntrospectAsync(RegisteredClient client, string token)
    {
        var response = await _http.PostAsync(Addresses.Introspection, Form(client, token));
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<TokenState>(OAuthJson.Options))!;
    }

    /// <summary>RFC 7009, as the person would do it on the service's page of connected apps.</summary>
    public async Task RevokeAsync(RegisteredClient client, string token) =>
        (await _http.PostAsync(Addresses.Revocation, Form(client, token))).EnsureSuccessStatusCode();

    /// <summary>Uses a refresh token as a thief would.</summary>
    public async Task RefreshAsync(RegisteredClient client, string refreshToken) => await _http.PostAsync(
        Addresses.Token,
        new FormUrlEncodedContent(
            [new("grant_type", "refresh_token"), new("refresh_token", refreshToken), new("client_id", client.ClientId),
            new("client_secret", client.ClientSecret)]));

    private async Task SwitchAsync(object switches) =>
        (await _http.PatchAsJsonAsync($"{Addresses.Admin}/switches", switches)).EnsureSuccessStatusCode();

    private static FormUrlEncodedContent Form(RegisteredClient client, string token) =>
        new([new("token", token), new("client_id", client.ClientId), new("client_secret", client.ClientSecret)]);
}

/// <summary>The tests that share one authorization server; they run one after the other, for its switches are shared, too.</summary>
[CollectionDefinition(Name)]
public sealed class SharedOAuthServer : ICollectionFixture<OAuthServer>
{
    public const string Name = "a real authorization server";
}
