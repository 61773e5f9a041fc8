using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>
/// What all of these tests have: a scene of their own, and at their end a look for secrets in everything that ModuleX wrote,
/// whatever the test was about.
/// </summary>
[Collection(SharedOAuthServer.Name)]
public abstract class AuthorizationTests(OAuthServer server) : IAsyncLifetime
{
    private GitHubScene? _scene;

    private protected GitHubScene Scene => _scene!;

    public async Task InitializeAsync() => _scene = await GitHubScene.StartAsync(server, Adjust);

    public async Task DisposeAsync()
    {
        if (_scene is null) return;
        await using var scene = _scene;
        var secrets = await scene.ReadSecretsAsync();
        var stored = await scene.ModuleX.StopAndReadDatabaseAsync();
        var log = string.Join('\n', scene.LogLines);
        log.ShouldContain("ModuleX.", customMessage: "nothing was captured, so nothing was checked");
        stored.ShouldContain("SQLite format 3", customMessage: "no database was found, so nothing was checked");
        secrets.Where(secret => log.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty("secrets in the log");
        secrets.Where(secret => stored.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty("secrets in the database");
    }

    /// <summary>Sets ModuleX up otherwise than usual.</summary>
    private protected virtual void Adjust(ModuleXServerBuilder moduleX)
    {
    }
}
