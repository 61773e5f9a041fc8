using ModuleX.Api.Tests.Connecting.Services;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using Microsoft.Extensions.DependencyInjection;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Connecting;

/// <summary>One ModuleX with the manifests of many services, and the services.</summary>
public sealed class ConnectingScene : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private readonly TestTools _tools = new();
    private ModuleXServer _moduleX = null!;

    internal Slack Slack { get; } = new();

    internal Microsoft365 Microsoft { get; } = new();

    internal Atlassian Atlassian { get; } = new();

    internal Salesforce Salesforce { get; } = new();

    internal Shopify Shopify { get; } = new();

    internal Zoho Zoho { get; } = new();

    internal HubSpot HubSpot { get; } = new();

    internal QuickBooks QuickBooks { get; } = new();

    internal Metabase Metabase { get; } = new();

    internal GoogleAccounts Google { get; } = new();

    private PlayedService[] Services => [Slack, Microsoft, Atlassian, Salesforce, Shopify, Zoho, HubSpot, QuickBooks, Metabase, Google];

    /// <summary>Every secret that went over a wire; none of them may be logged.</summary>
    internal IReadOnlyCollection<string> LogLines => _moduleX.Log.Lines;

    public async Task InitializeAsync()
    {
        var builder = AModuleX().At(_clock).With("Catalog:Path", _tools.Folder).With("Egress:Allow:0", "127.0.0.0/8");
        foreach (var service in Services)
        {
            await service.StartAsync();
            _tools.AddManifest(service.Name, service.ReadManifest());
            builder.With($"Tools:{service.Name}:ClientId", service.ClientId).With($"Tools:{service.Name}:ClientSecret", service.ClientSecret);
        }
        _moduleX = await builder.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _moduleX.DisposeAsync();
        foreach (var service in Services) await service.DisposeAsync();
        _tools.Dispose();
    }

    /// <summary>A new person, who has connected nothing.</summary>
    internal Owner Person() => new(_moduleX.Client, $"person-{Guid.NewGuid():N}");

    /// <summary>Lets so much time pass that every token has ended which says when.</summary>
    internal void PassADay() => _clock.Advance(TimeSpan.FromDays(1));

    /// <summary>A new person begins to connect. Gives the person, and the address to visit.</summary>
    /// <param name="query">Connection fields.</param>
    internal async Task<(Owner Person, string Url)> BeginAsync(PlayedService service, string query = "", string? scheme = null, params string[] scopes)
    {
        var person = Person();
        var begun = (await _moduleX.Client.GetReplyAsync($"/auth/url/{service.Name}?user_id={person.Name}{query}")).With(200);
        if (scheme is null && scopes is []) return (person, begun["auth_url"]!);
        var session = _moduleX.Services.GetRequiredService<IStateProtector>().Unprotect(begun["state"]!)!.Session;
        await using var scope = _moduleX.Services.CreateAsyncScope();
        var command = new StartAuthorizationCommand(session, CredentialValues.Empty) { Scheme = scheme, Scopes = [.. scopes] };
        var started = await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(command, CancellationToken.None);
        return (person, started.Required().Redirect!.Url);
    }

    /// <summary>A new person connects.</summary>
    internal async Task<Owner> ConnectAsync(PlayedService service, string query = "", string? scheme = null, params string[] scopes)
    {
        var (person, url) = await BeginAsync(service, query, scheme, scopes);
        (await ReturnAsync(service.Authorize(url))).With(200);
        return person;
    }

    internal Task<Reply> ReturnAsync(Uri callback) => _moduleX.Client.GetReplyAsync(callback.PathAndQuery);
}
