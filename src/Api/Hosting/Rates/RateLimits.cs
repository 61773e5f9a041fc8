using Microsoft.Extensions.Options;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>
/// The limits of this process: see docs/adr/0014. Each method counts one request, tells its headers, and gives the error where the limit is reached.
/// </summary>
internal sealed class RateLimits(IOptionsMonitor<RateLimitOptions> options, TimeProvider time)
{
    /// <summary>Of each kind. A counter takes some hundred bytes, so all of them stay below 25 MiB.</summary>
    private const int Capacity = 50_000;

    private readonly RateCounters<AddressBlock> _anonymous = new(Capacity);
    private readonly RateCounters<AddressBlock> _sensitive = new(Capacity);
    private readonly RateCounters<AddressBlock> _webhooks = new(Capacity);

    // Apart from addresses, so that a flood of those can't push out callers with a key.
    private readonly RateCounters<Guid> _principals = new(Capacity);
    private readonly RateCounters<OrganizationTool> _runs = new(Capacity);

    /// <summary>A request that needs no caller, or whose caller is not known.</summary>
    public Error? Anonymous(HttpContext context)
    {
        var settings = options.CurrentValue;
        return Count(context, _anonymous, BlockOf(context), settings, settings.Anonymous);
    }

    /// <summary>A request that tries a secret.</summary>
    public Error? Sensitive(HttpContext context)
    {
        var settings = options.CurrentValue;
        return Count(context, _sensitive, BlockOf(context), settings, settings.Sensitive);
    }

    /// <summary>A webhook of some service.</summary>
    public Error? Webhook(HttpContext context)
    {
        var settings = options.CurrentValue;
        return Count(context, _webhooks, BlockOf(context), settings, settings.Webhooks);
    }

    /// <param name="principal">The id of the API key or of the user.</param>
    public Error? Principal(HttpContext context, Guid principal)
    {
        var settings = options.CurrentValue;
        return Count(context, _principals, principal, settings, settings.PerPrincipal);
    }

    /// <param name="tool">As the catalog calls it: callers must not make up names, each with a window of its own.</param>
    public Error? Run(HttpContext context, OrganizationId organization, string tool)
    {
        var settings = options.CurrentValue;
        return Count(context, _runs, new(organization, tool), settings, settings.PerOrganizationAndTool);
    }

    /// <summary>
    /// Asks whose a key or token is that memory does not know. An unknown one counts as an anonymous request, and an address that has no more of these
    /// is refused without asking: guesses must not cost the database more than that.
    /// </summary>
    public async Task<Result<T>> LookUpAsync<T>(HttpContext context, Func<ValueTask<Result<T>>> lookUp)
        where T : class
    {
        var settings = options.CurrentValue;
        if (!IsLimited(settings, settings.Anonymous)) return await lookUp();
        var now = Now();
        var before = _anonymous.Read(BlockOf(context), settings.Anonymous, now, LengthOf(settings));
        if (Judge(before, now) is { } refusal)
        {
            RateHeaders.Tell(context.Response.Headers, before);
            return refusal;
        }
        var isAnswered = false;
        try
        {
            var result = await lookUp();
            isAnswered = true;
            return result.Failed(out var error, out var found) ? Anonymous(context) ?? error : found;
        }
        finally
        {
            // What the database does not answer is not the caller's fault and is not counted, but the answer has its headers.
            if (!isAnswered) RateHeaders.Tell(context.Response.Headers, before);
        }
    }

    private Error? Count<TKey>(HttpContext context, RateCounters<TKey> counters, TKey key, RateLimitOptions settings, int limit)
        where TKey : struct, IEquatable<TKey>
    {
        if (!IsLimited(settings, limit)) return null;
        var now = Now();
        var reading = counters.Take(key, limit, now, LengthOf(settings));
        RateHeaders.Tell(context.Response.Headers, reading);
        return Judge(reading, now);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static bool IsLimited(RateLimitOptions settings, int limit) => settings.Enabled && limit > 0;

    private static long LengthOf(RateLimitOptions settings) => (long)settings.Window.TotalMilliseconds;

    private static AddressBlock BlockOf(HttpContext context) => AddressBlock.Of(context.Connection.RemoteIpAddress);

    private static Error? Judge(RateReading reading, long now) =>
        reading.IsRefused ? RateErrors.Exceeded(reading.Limit, TimeSpan.FromMilliseconds(reading.EndsAt - now)) : null;

    private readonly record struct OrganizationTool(OrganizationId Organization, string Tool);
}
