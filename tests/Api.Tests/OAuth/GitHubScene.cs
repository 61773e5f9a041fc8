using System.Net.Http.Json;
using System.Web;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>ModuleX between a real authorization server, a service that looks like GitHub, and a person with a browser.</summary>
internal sealed class GitHubScene : IAsyncDisposable
{
    public const string User = "user123";

    private readonly MovableClock _clock;
    private readonly List<string> _secrets = [];
    private readonly List<CapturedLog> _logs;
    private readonly ModuleXServerBuilder _builder;

    private GitHubScene(OAuthServer authorization, RegisteredClient registered, GitHubUpstream gitHub, ModuleXServerBuilder builder,
        ModuleXServer moduleX, MovableClock clock)
    {
        (Authorization, Registered, GitHub, _builder, ModuleX, _clock) = (authorization, registered, gitHub, builder, moduleX, clock);
        _logs = [moduleX.Log];
        _secrets.Add(registered.ClientSecret);
    }

    public OAuthServer Authorization { get; }

    /// <summary>ModuleX as the authorization server knows it.</summary>
    public RegisteredClient Registered { get; }

    public GitHubUpstream GitHub { get; }

    public ModuleXServer ModuleX { get; private set; }

    /// <summary>What ModuleX logged, before restarts, too.</summary>
    public IReadOnlyCollection<string> LogLines => [.. _logs.SelectMany(log => log.Lines)];

    public Browser Browser { get; } = new();

    /// <param name="adjust">What a test sets otherwise than usual, last.</param>
    public static async Task<GitHubScene> StartAsync(OAuthServer authorization, Action<ModuleXServerBuilder>? adjust = null)
    {
        await authorization.ResetAsync();
        var clock = new MovableClock();
        var builder = AModuleX().At(clock);
        var registered = await authorization.RegisterAsync($"{builder.Address.OriginalString}/auth/callback/github");
        var gitHub = await GitHubUpstream.StartAsync(token => authorization.IntrospectAsync(registered, token));
        builder
            .With("Tools:github:Server", gitHub.Address)
            .With("Tools:github:AuthorizeUrl", authorization.Addresses.Authorize)
            .With("Tools:github:TokenUrl", authorization.Addresses.Token)
            .With("Tools:github:RevokeUrl", authorization.Addresses.Revocation)
            .With("Tools:github:ClientId", registered.ClientId)
            .With("Tools:github:ClientSecret", registered.ClientSecret);
        adjust?.Invoke(builder);
        return new(authorization, registered, gitHub, builder, await builder.StartAsync(), clock);
    }

    /// <summary>Ends ModuleX, and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await ModuleX.StopAsync();
        ModuleX = await _builder.StartAsync();
        _logs.Add(ModuleX.Log);
    }

    /// <summary>Lets time pass, for ModuleX and for the authorization server.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await Authorization.SetClockSkewAsync(_clock.Ahead);
    }

    /// <summary>Lets time pass for ModuleX alone.</summary>
    public void PassForModuleX(TimeSpan time) => _clock.Advance(time);

    /// <summary>Asks for the URL that the person is to visit.</summary>
    public async Task<string> BeginAsync()
    {
        var answer = await GetAsync($"/auth/url/github?user_id={User}");
        answer.Status.ShouldBe(200, answer.Text);
        _secrets.Add(answer.Body.GetProperty("state").GetString()!);
        return answer.Body.GetProperty("auth_url").GetString()!;
    }

    /// <summary>The person agrees. Gives the callback's address, not visited yet.</summary>
    public async Task<Uri> AuthorizeAsync() => await AuthorizeAsync(await BeginAsync());

    public async Task<Uri> AuthorizeAsync(string authorizeUrl) => Remember(await Browser.AuthorizeAsync(authorizeUrl));

    /// <summary>The person refuses. Gives the callback's address, not visited yet.</summary>
    public async Task<Uri> DenyAsync() => await DenyAsync(await BeginAsync());

    public async Task<Uri> DenyAsync(string authorizeUrl) => Remember(await Browser.DenyAsync(authorizeUrl));

    /// <summary>Visits a callback.</summary>
    public async Task<Answer> ReturnAsync(Uri callback) => await Answer.OfAsync(await Browser.VisitAsync(Remember(callback)));

    public async Task ConnectAsync()
    {
        var answer = await ReturnAsync(await AuthorizeAsync());
        answer.Status.ShouldBe(200, answer.Text);
    }

    public Task<Answer> RunAsync(string action = "get_user_info", object? parameters = null) =>
        PostAsync($"/tools/github/execute?user_id={User}", new { action, parameters = parameters ?? new { } });

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await ModuleX.Client.GetAsync(path));

    public async Task<Answer> PostAsync(string path, object body) => await Answer.OfAsync(await ModuleX.Client.PostAsJsonAsync(path, body));

    public async Task<Answer> DisconnectAsync() => await Answer.OfAsync(await ModuleX.Client.DeleteAsync($"/auth/tools/github?user_id={User}"));

    public async Task<bool> IsConnectedAsync()
    {
        var answer = await GetAsync($"/auth/tools?user_id={User}");
        return answer.Body.GetProperty("tools").EnumerateArray().Single(tool => tool.GetProperty("name").GetString() == "github")
            .GetProperty("is_authenticated").GetBoolean();
    }

    /// <summary>Every secret of this test: the client's, the states, and what went over the wire between ModuleX, browser and server.</summary>
    public async Task<IReadOnlyCollection<string>> ReadSecretsAsync()
    {
        var exchanges = (await Authorization.ReadJournalAsync()).Grants;
        return [.. exchanges.SelectMany(
            one => new[] { one.Sent.Code, one.Sent.CodeVerifier, one.Sent.RefreshToken, one.Issued?.AccessToken, one.Issued?.RefreshToken })
            .OfType<string>().Concat(_secrets).Distinct()];
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await ModuleX.DisposeAsync();
        await GitHub.DisposeAsync();
    }

    /// <summary>What comes back from the person's visit, or from a test's own making, is secret, too.</summary>
    private Uri Remember(Uri callback)
    {
        var query = HttpUtility.ParseQueryString(callback.Query);
        _secrets.AddRange(new[] { query["code"], query["state"] }.OfType<string>());
        return callback;
    }
}
