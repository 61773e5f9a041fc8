using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Simple;

/// <summary>The life of an API key.</summary>
[Collection(Alone.Name)]
public sealed class KeyTests : IAsyncLifetime
{
    /// <summary>The second that is promised, and what a busy machine may add.</summary>
    private readonly MovableClock _clock = new();
    private ModuleXServer _modulex = null!;

    public async Task InitializeAsync() => _modulex = await AModuleX().At(_clock).StartAsync();

    public async Task DisposeAsync() => await _modulex.DisposeAsync();

    [Fact]
    public async Task A_key_that_has_expired_is_refused_from_then_on()
    {
        using var client = _modulex.ClientWith((await _modulex.CreateKeyAsync(expiresAt: _clock.GetUtcNow() + TimeSpan.FromHours(1))).Plain);
        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        _clock.Advance(TimeSpan.FromHours(1));

        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(401).Detail.ShouldBe("The API key is unknown, expired or revoked");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_within_a_second()
    {
        var key = await _modulex.CreateKeyAsync();
        using var client = _modulex.ClientWith(key.Plain);
        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        await _modulex.RevokeAsync(key.Key.Id);

        await Eventually.SoAsync("refusal of the revoked key", async () => (await client.GetReplyAsync("/auth/tools?user_id=ada")).Status == 401);
    }

    [Fact]
    public async Task The_last_use_of_a_key_is_written()
    {
        var key = await _modulex.CreateKeyAsync();
        using var client = _modulex.ClientWith(key.Plain);

        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        await Eventually.SoAsync("time of last use", async () => (await _modulex.ReadKeyAsync(key.Key.Id)).LastUsedAt is not null, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task No_key_is_in_the_log_or_in_the_database()
    {
        var key = await _modulex.CreateKeyAsync();
        using var client = _modulex.ClientWith(key.Plain);
        (await client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);
        await _modulex.RevokeAsync(key.Key.Id);

        var database = await _modulex.StopAndReadDatabaseAsync();

        database.ShouldContain(key.Key.Prefix);
        database.Contains(key.Plain, StringComparison.Ordinal).ShouldBeFalse();
        _modulex.Log.Lines.ShouldAllBe(line => !line.Contains(key.Plain));
    }
}
