using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Tests.Hosting.Rates;

public sealed class RateLimitsTests
{
    private static readonly Error Unknown = new(ErrorKind.Unauthenticated, "unknown", "Unknown");

    private readonly ManualTime _time = new();
    private readonly Settings _settings = new();
    private readonly RateLimits _rates;

    public RateLimitsTests() => _rates = new RateLimits(_settings, _time);

    [Fact]
    public void Limit_that_is_nearest_to_its_end_is_told()
    {
        _settings.CurrentValue = new() { Sensitive = 5, PerPrincipal = 3, Anonymous = 300 };
        var context = From("192.0.2.1");

        _rates.Sensitive(context).ShouldBeNull();
        _rates.Anonymous(context).ShouldBeNull();
        Told(context).ShouldBe("5 4 " + (ManualTime.Start + _settings.CurrentValue.Window).ToUnixTimeSeconds());

        _rates.Principal(context, Guid.NewGuid()).ShouldBeNull();
        Told(context).ShouldStartWith("3 2 ");
    }

    [Fact]
    public void Refusal_says_how_long_the_window_lasts()
    {
        _settings.CurrentValue = new() { Anonymous = 1 };
        _rates.Anonymous(From("192.0.2.1"));
        _time.Advance(TimeSpan.FromSeconds(20.5));

        var refusal = _rates.Anonymous(From("192.0.2.1")).ShouldNotBeNull();

        (refusal.Kind, refusal.Code, refusal.RetryAfter).ShouldBe((ErrorKind.RateLimited, RateErrors.ExceededCode, TimeSpan.FromSeconds(39.5)));
        refusal.Message.ShouldBe("Too many requests: the limit is 1. Try again in 40 s");
    }

    [Fact]
    public async Task Look_up_that_finds_no_caller_counts_for_the_address_until_nothing_is_looked_up()
    {
        _settings.CurrentValue = new() { Anonymous = 2 };
        var lookUps = 0;

        for (var trial = 0; trial < 2; trial++) (await TryAsync()).ShouldBe(Unknown);
        var refused = (await TryAsync()).ShouldNotBeNull();

        (refused.Code, lookUps).ShouldBe((RateErrors.ExceededCode, 2));

        async Task<Error?> TryAsync() => (await _rates.LookUpAsync<string>(From("192.0.2.1"), () =>
        {
            lookUps++;
            return new(Unknown);
        })).Error;
    }

    [Fact]
    public async Task Look_up_that_finds_a_caller_does_not_count_for_the_address_and_tells_nothing()
    {
        _settings.CurrentValue = new() { Anonymous = 1 };
        var context = From("192.0.2.1");

        for (var request = 0; request < 3; request++) (await _rates.LookUpAsync<string>(context, () => new("ada"))).Required().ShouldBe("ada");

        Told(context).ShouldBe("");
    }

    [Fact]
    public async Task Look_up_that_breaks_does_not_count_and_tells_the_limit()
    {
        _settings.CurrentValue = new() { Anonymous = 1 };
        var context = From("192.0.2.1");

        for (var request = 0; request < 3; request++)
            await Should.ThrowAsync<InvalidOperationException>(
                () => _rates.LookUpAsync<string>(context, () => throw new InvalidOperationException("The database is down")));

        Told(context).ShouldStartWith("1 1 ");
    }

    [Fact]
    public void Changed_settings_hold_for_the_next_request()
    {
        _settings.CurrentValue = new() { Anonymous = 1 };
        _rates.Anonymous(From("192.0.2.1"));

        _settings.CurrentValue = new() { Anonymous = 2 };
        _rates.Anonymous(From("192.0.2.1")).ShouldBeNull();
        _rates.Anonymous(From("192.0.2.1")).ShouldNotBeNull();
        _settings.CurrentValue = new() { Enabled = false, Anonymous = 2 };
        _rates.Anonymous(From("192.0.2.1")).ShouldBeNull();
    }

    [Fact]
    public void Warm_request_allocates_the_text_of_its_numbers_only()
    {
        _settings.CurrentValue = new() { PerPrincipal = 4_000_000, PerOrganizationAndTool = 4_000_000 };
        var (context, key, organization) = (From("192.0.2.1"), Guid.NewGuid(), new OrganizationId(Guid.NewGuid()));
        Count(100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Count(1_000);

        // Twice three numbers of at most ten digits, 48 bytes at most each.
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000.0).ShouldBeLessThanOrEqualTo(6 * 48);

        void Count(int requests)
        {
            for (var request = 0; request < requests; request++)
            {
                _rates.Principal(context, key);
                _rates.Run(context, organization, "github");
            }
        }
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private static string Told(HttpContext context) =>
        string.Join(' ', new[] { RateHeaders.Limit, RateHeaders.Remaining, RateHeaders.Reset }.SelectMany(name => context.Response.Headers[name].ToArray()));

    private sealed class Settings : IOptionsMonitor<RateLimitOptions>
    {
        public RateLimitOptions CurrentValue { get; set; } = new();

        public RateLimitOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<RateLimitOptions, string?> listener) => null;
    }
}
