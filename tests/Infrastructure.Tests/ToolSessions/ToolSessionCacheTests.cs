using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>Which sessions are in memory, and that callers do not notice.</summary>
public sealed class ToolSessionCacheTests
{
    private static readonly ToolSessionId Id = Given.SessionId();

    [Fact]
    public async Task Warm_lease_reads_no_row()
    {
        var host = new AToolSessionHost();
        await host.ConnectAsync(Id);
        var loads = host.Rows.Loads;

        for (var i = 0; i < 100; i++) (await host.LeaseAsync(Id)).Required();

        host.Rows.Loads.ShouldBe(loads);
    }

    [Fact]
    public async Task Callers_who_come_together_load_a_session_once()
    {
        var rows = new AToolSessionHost().Rows;
        rows.WriteBehind(Id, row => row with { Credential = Given.Credential() });
        var loading = new TaskCompletionSource();
        rows.BeforeLoad = _ => loading.Task;
        var host = new AToolSessionHost(rows);

        var leases = Enumerable.Range(0, 50).Select(_ => host.LeaseAsync(Id)).ToArray();
        loading.SetResult();

        (await Wait.ForAsync(Task.WhenAll(leases), "all leases")).ShouldAllBe(lease => lease.Error == null);
        rows.Loads.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_who_hangs_up_does_not_cancel_the_load_of_the_others()
    {
        var host = new AToolSessionHost();
        host.Rows.WriteBehind(Id, row => row with { Credential = Given.Credential() });
        var loading = new TaskCompletionSource();
        host.Rows.BeforeLoad = _ => loading.Task;
        using var hangUp = new CancellationTokenSource();
        var impatient = host.LeaseAsync(Id, hangUp.Token);
        var patient = host.LeaseAsync(Id);

        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        loading.SetResult();

        (await Wait.ForAsync(patient, "the other lease")).Required();
    }

    [Fact]
    public async Task Failed_load_is_tried_again_by_the_next_caller()
    {
        var host = new AToolSessionHost();
        host.Rows.BeforeLoad = _ => throw new IOException("database is away");
        await Should.ThrowAsync<IOException>(() => host.LeaseAsync(Id));

        host.Rows.BeforeLoad = null;

        (await host.LeaseAsync(Id)).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
    }

    [Fact]
    public async Task Sessions_beyond_the_limit_give_way_and_keep_working()
    {
        var host = new AToolSessionHost(maxCached: 20);
        var ids = Enumerable.Range(0, 200).Select(i => Given.SessionId(owner: $"owner{i}")).ToList();
        foreach (var id in ids) await host.ConnectAsync(id);

        ids.Count(id => host.Cache.Find(id) is not null).ShouldBeInRange(1, 20);
        foreach (var id in ids) (await host.LeaseAsync(id)).Required();
        host.Cache.Find(ids[^1]).ShouldNotBeNull();
    }

    [Fact]
    public async Task Session_in_the_middle_of_a_refresh_does_not_give_way()
    {
        var host = new AToolSessionHost(maxCached: 10);
        await host.ConnectAsync(Id, expiresIn: -1);
        var lease = host.LeaseAsync(Id);
        await Wait.ForAsync(host.Refresher.Asked, "the token request");

        for (var i = 0; i < 100; i++) await host.ConnectAsync(Given.SessionId(owner: $"owner{i}"));
        var second = host.LeaseAsync(Id);
        host.Refresher.Open();

        (await Wait.ForAsync(Task.WhenAll(lease, second), "both leases")).ShouldAllBe(result => result.Error == null);
        host.Refresher.Requests.ShouldBe(1);
    }
}
