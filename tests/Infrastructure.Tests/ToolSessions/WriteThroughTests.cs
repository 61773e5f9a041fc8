using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>What is in memory is what is stored.</summary>
public sealed class WriteThroughTests
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AToolSessionHost _host = new();

    [Fact]
    public async Task Change_is_stored_before_it_is_seen()
    {
        await _host.ConnectAsync(Id);
        var saving = new TaskCompletionSource();
        _host.Rows.BeforeSave = _ => saving.Task;

        var change = _host.Sessions.SetActiveAsync(Id, false, CancellationToken.None);

        (await _host.LeaseAsync(Id)).Error.ShouldBeNull();
        saving.SetResult();
        (await Wait.ForAsync(change, "the change")).Required();
        (await _host.LeaseAsync(Id)).Error.ShouldBe(ToolSessionErrors.ToolInactive("github"));
        _host.Rows.Row(Id)!.IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        var credential = await _host.ConnectAsync(Id);
        (await _host.Sessions.SetActionEnabledAsync(Id, "other", false, CancellationToken.None)).Required();

        var restarted = new AToolSessionHost(_host.Rows);

        (await restarted.LeaseAsync(Id)).Required().Credential.ShouldBe(credential);
        (await restarted.Sessions.LeaseAsync(Id, "other", TimeSpan.Zero, CancellationToken.None)).Error!.Code.ShouldBe("action_disabled");
    }

    [Fact]
    public async Task Consumed_state_stays_consumed_after_a_restart()
    {
        (await _host.Sessions.BeginAuthorizationAsync(Id, Given.Pending("one"), CancellationToken.None)).Required();
        (await _host.Sessions.ConsumeAuthorizationAsync(Id, "one", CancellationToken.None)).Required();

        (await new AToolSessionHost(_host.Rows).Sessions.ConsumeAuthorizationAsync(Id, "one", CancellationToken.None)).Error.ShouldBe(
            ToolSessionErrors.StateUnknown);
    }

    [Fact]
    public async Task Refused_change_that_clears_up_is_stored_too()
    {
        await _host.ConnectAsync(Id);
        (await _host.Sessions.BeginAuthorizationAsync(Id, Given.Pending("one"), CancellationToken.None)).Required();
        _host.Time.Advance(TimeSpan.FromMinutes(11));

        (await _host.Sessions.ConsumeAuthorizationAsync(Id, "one", CancellationToken.None)).Error.ShouldBe(ToolSessionErrors.StateUnknown);

        _host.Rows.Row(Id)!.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task Change_that_lost_a_race_is_made_once_more_on_what_is_stored_now()
    {
        await _host.ConnectAsync(Id);
        _host.Rows.WriteBehind(Id, row => row with { DisabledActions = ["written_behind"] });

        (await _host.Sessions.SetActiveAsync(Id, false, CancellationToken.None)).Required();

        _host.Rows.Row(Id)!.IsActive.ShouldBeFalse();
        _host.Rows.Row(Id)!.DisabledActions.ShouldBe(["written_behind"]);
    }

    [Fact]
    public async Task Change_that_loses_twice_is_a_conflict_and_memory_shows_what_is_stored()
    {
        await _host.ConnectAsync(Id);
        var count = 0;
        _host.Rows.BeforeSave = _ =>
        {
            _host.Rows.WriteBehind(Id, row => row with { DisabledActions = [$"behind_{++count}"] });
            return Task.CompletedTask;
        };

        (await _host.Sessions.SetActiveAsync(Id, false, CancellationToken.None)).Error.ShouldBe(ToolSessionErrors.LostRace);

        count.ShouldBe(2);
        (await _host.LeaseAsync(Id)).Error.ShouldBeNull();
        (await _host.Sessions.LeaseAsync(Id, "behind_2", TimeSpan.Zero, CancellationToken.None)).Error!.Code.ShouldBe("action_disabled");
    }

    [Fact]
    public async Task Failed_save_leaves_memory_as_stored_and_the_session_usable()
    {
        await _host.ConnectAsync(Id);
        _host.Rows.BeforeSave = _ => throw new IOException("disk full");
        await Should.ThrowAsync<IOException>(() => _host.Sessions.SetActiveAsync(Id, false, CancellationToken.None));

        (await _host.LeaseAsync(Id)).Error.ShouldBeNull();

        _host.Rows.BeforeSave = null;
        (await _host.Sessions.SetActiveAsync(Id, false, CancellationToken.None)).Required();
        (await _host.LeaseAsync(Id)).Error!.Code.ShouldBe("tool_inactive");
    }

    [Fact]
    public async Task Caller_who_hangs_up_during_the_save_does_not_undo_it()
    {
        await _host.ConnectAsync(Id);
        var saving = new TaskCompletionSource();
        _host.Rows.BeforeSave = _ => saving.Task;
        using var hangUp = new CancellationTokenSource();
        var change = _host.Sessions.SetActiveAsync(Id, false, hangUp.Token);

        await hangUp.CancelAsync();
        saving.SetResult();

        (await Wait.ForAsync(change, "the change")).Required();
        _host.Rows.Row(Id)!.IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task Hundred_changes_at_once_all_count()
    {
        await _host.ConnectAsync(Id);

        await Wait.ForAsync(
            Task.WhenAll(Enumerable.Range(0, 100)
                .Select(i => Task.Run(() => _host.Sessions.SetActionEnabledAsync(Id, $"action_{i}", false, CancellationToken.None)))),
            "a hundred changes");

        _host.Rows.Row(Id)!.DisabledActions.Count.ShouldBe(100);
    }

    [Fact]
    public async Task Change_that_changes_nothing_writes_nothing()
    {
        await _host.ConnectAsync(Id);
        var version = _host.Rows.Row(Id)!.Version;

        (await _host.Sessions.SetActiveAsync(Id, true, CancellationToken.None)).Required();

        _host.Rows.Row(Id)!.Version.ShouldBe(version);
    }
}
