using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>Two processes over the same rows, as after a hang or a lost node: a refresh token is sent once, and what came of it is not forgotten.</summary>
public sealed class RefreshClaimTests
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly ToolSessionRepositoryInMemory _rows = new();
    private readonly AToolSessionHost _one;
    private readonly AToolSessionHost _two;

    public RefreshClaimTests()
    {
        (_one, _two) = (NewHost("one"), NewHost("two"));
        // A test waits for the end of patience.
        _one.Tokens.TokenTimeout = _two.Tokens.TokenTimeout = TimeSpan.FromSeconds(1);
    }

    [Fact]
    public async Task Token_that_one_process_has_sent_is_not_sent_by_another()
    {
        var (lease, _) = await BeginRefreshAsync();
        _two.Refresher.Open();
        var loads = _rows.Loads;
        var other = _two.LeaseAsync(Id);
        await Wait.UntilAsync(() => _rows.Loads > loads + 1, "the other process to have looked");

        _one.Refresher.Open();

        var renewed = (await Wait.ForAsync(lease, "the lease")).Required().Credential;
        (await Wait.ForAsync(other, "the other lease")).Required().Credential.Id.ShouldBe(renewed.Id);
        (_one.Refresher.Requests, _two.Refresher.Requests).ShouldBe((1, 0));
    }

    [Fact]
    public async Task While_another_process_refreshes_for_too_long_the_answer_is_to_try_again()
    {
        await BeginRefreshAsync();
        _two.Refresher.Open();

        var other = _two.LeaseAsync(Id);
        await PassAsync(other);

        (await Wait.ForAsync(other, "the other answer")).Error.ShouldBe(ToolSessionErrors.RefreshElsewhere("github"));
        _two.Refresher.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_that_is_still_good_is_used_while_another_process_refreshes_it()
    {
        await _one.ConnectAsync(Id, expiresIn: 30);
        _ = _one.LeaseAsync(Id);
        await Wait.ForAsync(_one.Refresher.Asked, "the token request");
        var held = _rows.Row(Id)!.Credential!;

        (await Wait.ForAsync(_two.LeaseAsync(Id), "the lease")).Required().Credential.Id.ShouldBe(held.Id);

        _two.Refresher.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_that_is_still_good_is_not_used_for_an_owner_who_is_gone()
    {
        await _one.ConnectAsync(Id, expiresIn: 30);
        _rows.IsOwnerGone = true;

        (await Wait.ForAsync(_one.LeaseAsync(Id), "the answer")).Error.ShouldNotBeNull();

        _one.Refresher.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Claim_of_a_process_that_is_gone_is_taken_over_once()
    {
        await BeginRefreshAsync();
        _two.Holders.Gone.Add("one");
        _two.Refresher.Open();

        var renewed = (await Wait.ForAsync(_two.LeaseAsync(Id), "the lease")).Required().Credential;

        _rows.Row(Id)!.Credential!.Id.ShouldBe(renewed.Id);
        _two.Refresher.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_late_answer_does_not_overwrite_what_the_other_process_got_and_revokes_nothing()
    {
        var (late, _) = await BeginRefreshAsync();
        _two.Holders.Gone.Add("one");
        _two.Refresher.Open();
        var renewed = (await Wait.ForAsync(_two.LeaseAsync(Id), "the lease")).Required().Credential;

        _one.Refresher.Open();

        (await Wait.ForAsync(late, "the late lease")).Required().Credential.Id.ShouldBe(renewed.Id);
        _rows.Row(Id)!.Credential!.Id.ShouldBe(renewed.Id);
        _one.Revocations.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_is_not_sent_by_a_process_that_was_hung_after_its_claim()
    {
        await _one.ConnectAsync(Id, expiresIn: -1);
        _one.Refresher.BeforePermit = () => _one.Time.Advance(TimeSpan.FromMinutes(2));
        _one.Refresher.Open();

        (await Wait.ForAsync(_one.LeaseAsync(Id), "the answer")).Error.ShouldBe(ToolSessionErrors.RefreshElsewhere("github"));

        _one.Refresher.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_grant_that_can_not_be_stored_is_kept_and_stored_when_that_works()
    {
        var (lease, _) = await BeginRefreshAsync();
        var saves = 0;
        _rows.BeforeSave = _ => ++saves < 3 ? throw new IOException("away") : Task.CompletedTask;

        _one.Refresher.Open();

        var renewed = (await Wait.ForAsync(lease, "the lease")).Required().Credential;
        _rows.Row(Id)!.Credential!.Id.ShouldBe(renewed.Id);
        (_one.Refresher.Requests, saves).ShouldBe((1, 3));
        _one.Refreshes.UnderWay.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refresh_whose_claim_can_not_be_stored_sends_nothing()
    {
        await _one.ConnectAsync(Id, expiresIn: -1);
        _rows.BeforeSave = _ => throw new IOException("away");
        _one.Refresher.Open();

        await Should.ThrowAsync<IOException>(() => _one.LeaseAsync(Id));

        _one.Refresher.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Own_claim_of_an_attempt_that_has_failed_does_not_stand_in_the_way()
    {
        await _one.ConnectAsync(Id, expiresIn: -1);
        _one.Refresher.Answer = _ => throw new InvalidOperationException("broken");
        _one.Refresher.Open();
        await Should.ThrowAsync<InvalidOperationException>(() => _one.LeaseAsync(Id));
        _rows.Row(Id)!.Refresh.ShouldNotBeNull();

        _one.Refresher.Answer = old => old with { Id = Guid.NewGuid(), ExpiresAt = null };

        (await _one.LeaseAsync(Id)).Required();
        _rows.Row(Id)!.Refresh.ShouldBeNull();
    }

    private AToolSessionHost NewHost(string name)
    {
        var host = new AToolSessionHost(_rows);
        host.Holders.Own = name;
        // Neither is the only writer, and neither hears of the other: every look is at the rows.
        host.Lease.Hold = LeaseHold.Shared;
        return host;
    }

    /// <summary>The first process has sent the token and waits.</summary>
    private async Task<(Task<Result<ToolSessionLease>> Lease, StoredCredential Used)> BeginRefreshAsync()
    {
        var used = await _one.ConnectAsync(Id, expiresIn: -1);
        var lease = _one.LeaseAsync(Id);
        await Wait.ForAsync(_one.Refresher.Asked, "the token request");
        return (lease, used);
    }

    private async Task PassAsync(Task awaited)
    {
        while (!awaited.IsCompleted)
        {
            _two.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
    }
}
