using ModuleX.Domain.Identity;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Identity;

public sealed class LoginGuardTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    private readonly LoginGuard _guard = new(Given.Tenant, LoginGuard.HashOf("ada@example.com"));

    [Fact]
    public void The_fifth_failure_locks_for_a_quarter_of_an_hour()
    {
        Fail(4, Now).ShouldAllBe(locks => !locks);
        _guard.RemainingAt(Now).ShouldBeNull();

        _guard.Fail(Now).ShouldBeTrue();

        _guard.RemainingAt(Now).ShouldBe(TimeSpan.FromMinutes(15));
        _guard.RemainingAt(Now.AddMinutes(14)).ShouldBe(TimeSpan.FromMinutes(1));
        _guard.RemainingAt(Now.AddMinutes(15)).ShouldBeNull();
    }

    [Fact]
    public void The_lock_begins_with_the_failure_that_locks()
    {
        Fail(4, Now);

        _guard.Fail(Now.AddMinutes(10));

        _guard.RemainingAt(Now.AddMinutes(15)).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void After_a_lock_the_count_begins_anew()
    {
        Fail(5, Now);
        var after = Now.AddMinutes(15);

        Fail(4, after).ShouldAllBe(locks => !locks);
        _guard.RemainingAt(after).ShouldBeNull();
        _guard.Fail(after).ShouldBeTrue();
    }

    [Fact]
    public void After_a_quiet_quarter_of_an_hour_the_count_begins_anew()
    {
        Fail(4, Now);

        _guard.Fail(Now.AddMinutes(15).AddTicks(1)).ShouldBeFalse();

        _guard.Failures.ShouldBe(1);
    }

    [Fact]
    public void Slow_guesses_are_counted_while_none_is_a_quarter_of_an_hour_after_the_last()
    {
        foreach (var number in Enumerable.Range(0, 4)) _guard.Fail(Now.AddMinutes(15 * number)).ShouldBeFalse();

        _guard.Fail(Now.AddMinutes(15 * 4)).ShouldBeTrue();
    }

    [Fact]
    public void Names_that_are_one_account_are_one_count_and_what_was_typed_is_not_kept()
    {
        LoginGuard.HashOf(" ADA@Example.com ").ShouldBe(_guard.NameHash);
        LoginGuard.HashOf("bob@example.com").ShouldNotBe(_guard.NameHash);
        _guard.NameHash.ShouldMatch("^[0-9a-f]{64}$");
    }

    private List<bool> Fail(int times, DateTimeOffset at) => [.. Enumerable.Range(0, times).Select(_ => _guard.Fail(at))];
}
