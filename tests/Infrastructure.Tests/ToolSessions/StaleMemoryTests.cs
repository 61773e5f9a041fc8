using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>Sessions in the memory of a process that is not the only one: used only while it reads what others change.</summary>
public sealed class StaleMemoryTests
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AToolSessionHost _host = new() { Lease = { Hold = LeaseHold.Shared } };

    [Fact]
    public async Task While_changes_are_read_a_warm_session_asks_nothing()
    {
        await WarmUpAsync();
        var loads = _host.Rows.Loads;

        for (var i = 0; i < 100; i++) (await _host.LeaseAsync(Id)).Required();

        _host.Rows.Loads.ShouldBe(loads);
    }

    [Fact]
    public async Task What_another_process_disconnected_is_not_used_when_changes_were_not_read_for_two_seconds()
    {
        await WarmUpAsync();
        DisconnectBehind();
        (await _host.LeaseAsync(Id)).Required();

        _host.Time.Advance(TimeSpan.FromSeconds(2));

        (await _host.LeaseAsync(Id)).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
    }

    [Fact]
    public async Task A_lost_lock_is_no_reason_to_believe_memory_even_while_changes_are_read()
    {
        await WarmUpAsync();
        DisconnectBehind();

        _host.Lease.Hold = LeaseHold.Lost;

        (await _host.LeaseAsync(Id)).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
    }

    [Fact]
    public async Task The_only_writer_needs_no_look()
    {
        _host.Lease.Hold = LeaseHold.OnlyWriter;
        await WarmUpAsync();
        var loads = _host.Rows.Loads;

        _host.Time.Advance(TimeSpan.FromHours(1));

        (await _host.LeaseAsync(Id)).Required();
        _host.Rows.Loads.ShouldBe(loads);
    }

    [Fact]
    public async Task Word_of_a_change_makes_the_session_read_its_row_again_once()
    {
        await WarmUpAsync();
        DisconnectBehind();
        var loads = _host.Rows.Loads;

        _host.Notices.TellOfSession(new(ToolSessionSubject.Of(Id), 0));

        (await _host.LeaseAsync(Id)).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
        (await _host.LeaseAsync(Id)).Error.ShouldNotBeNull();
        _host.Rows.Loads.ShouldBe(loads + 1);
    }

    [Fact]
    public async Task Word_of_what_is_in_memory_already_costs_nothing()
    {
        await WarmUpAsync();
        var loads = _host.Rows.Loads;

        _host.Notices.TellOfSession(new(ToolSessionSubject.Of(Id), _host.Rows.Row(Id)!.Version));
        _host.Notices.TellOfSession(new(ToolSessionSubject.Of(Given.SessionId(owner: "bob")), 7));

        (await _host.LeaseAsync(Id)).Required();
        _host.Rows.Loads.ShouldBe(loads);
    }

    [Fact]
    public async Task Callers_at_the_same_time_read_the_row_together()
    {
        await _host.ConnectAsync(Id);
        var loads = _host.Rows.Loads;
        var open = new TaskCompletionSource();
        _host.Rows.BeforeLoad = _ => open.Task;

        var leases = Enumerable.Range(0, 50).Select(_ => _host.LeaseAsync(Id)).ToArray();
        open.SetResult();

        (await Wait.ForAsync(Task.WhenAll(leases), "all leases")).ShouldAllBe(lease => lease.Error == null);
        _host.Rows.Loads.ShouldBe(loads + 1);
    }

    [Fact]
    public async Task A_lease_that_was_taken_away_before_it_is_used_is_refused()
    {
        await WarmUpAsync();
        var lease = (await _host.LeaseAsync(Id)).Required();
        (await ConfirmAsync(lease)).ShouldBeNull();

        await _host.Sessions.SetActiveAsync(Id, false, default);

        (await ConfirmAsync(lease)).ShouldBe(ToolSessionErrors.ToolInactive("github"));
    }

    [Fact]
    public async Task A_lease_of_a_credential_that_was_replaced_before_it_is_used_is_to_be_taken_anew()
    {
        await WarmUpAsync();
        var lease = (await _host.LeaseAsync(Id)).Required();

        await _host.ConnectAsync(Id);

        (await ConfirmAsync(lease)).ShouldBe(ToolSessionErrors.CredentialReplaced);
    }

    private async Task<Error?> ConfirmAsync(ToolSessionLease lease) => (await _host.Sessions.ConfirmAsync(lease, "list_items", default)).Error;

    private async Task WarmUpAsync()
    {
        _host.Watch.Report(ClockReading.Now(_host.Time));
        await _host.ConnectAsync(Id);
        (await _host.LeaseAsync(Id)).Required();
    }

    private void DisconnectBehind() => _host.Rows.WriteBehind(Id, row => row with { Credential = null, Pending = [] });
}
