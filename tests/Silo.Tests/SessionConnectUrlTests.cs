using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Silo.Grains;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Tests;

/// <summary>One connect URL of a session for all who ask.</summary>
public sealed class SessionConnectUrlTests
{
    private const string Url = "https://github.example/authorize?1";

    private readonly ManualTime _time = new();
    private readonly SessionConnectUrl _kept;

    public SessionConnectUrlTests() => _kept = new SessionConnectUrl(_time);

    [Fact]
    public async Task One_begins_and_the_others_wait_for_its_url()
    {
        var turn = (await FindAsync(null)).Turn;
        var waiting = FindAsync(null);
        waiting.IsCompleted.ShouldBeFalse();

        _kept.Keep(new() { Url = Url, Turn = turn });

        (await waiting).ShouldBe(new ConnectUrlMessage { Url = Url, Turn = null });
        (await FindAsync(null)).Url.ShouldBe(Url);
    }

    [Fact]
    public async Task Who_waits_has_no_url_where_none_could_be_begun_and_the_next_one_begins()
    {
        var turn = (await FindAsync(null)).Turn;
        var waiting = FindAsync(null);

        _kept.Keep(new() { Url = null, Turn = turn });

        (await waiting).ShouldBe(new ConnectUrlMessage { Url = null, Turn = null });
        (await FindAsync(null)).Turn.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_url_that_was_used_is_forgotten_and_one_that_was_begun_before_is_not_kept()
    {
        var turn = (await FindAsync(null)).Turn;
        var waiting = FindAsync(null);

        _kept.Forget();
        _kept.Keep(new() { Url = Url, Turn = turn });

        var next = await waiting;
        (next.Url, next.Turn.HasValue).ShouldBe((null, true));
        next.Turn.ShouldNotBe(turn);
    }

    [Fact]
    public async Task Another_credential_and_another_time_have_urls_of_their_own()
    {
        await KeepAsync();
        (await FindAsync(Guid.NewGuid())).Turn.ShouldNotBeNull();

        _kept.Forget();
        await KeepAsync();
        _time.Advance(IConnectUrlCache.Lifetime);
        (await FindAsync(null)).Turn.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_change_that_was_refused_forgets_nothing()
    {
        await KeepAsync();

        await _kept.ForgetAfterAsync(Task.FromResult<Result<Done>>(new Error(ErrorKind.NotFound, "code", "Sentence")));
        (await FindAsync(null)).Url.ShouldBe(Url);
        await _kept.ForgetAfterAsync(Task.FromResult(Done.Result));

        (await FindAsync(null)).Url.ShouldBeNull();
    }

    private async Task<ConnectUrlMessage> FindAsync(Guid? credential) => (await _kept.FindAsync(credential)).Required();

    private async Task KeepAsync() => _kept.Keep(new() { Url = Url, Turn = (await FindAsync(null)).Turn });
}
