namespace ModuleX.Infrastructure.Runs;

/// <summary>How outgoing calls are made. Section <c>Runs</c>.</summary>
internal sealed class RunOptions
{
    public const string Section = "Runs";

    /// <summary>For actions whose manifest says nothing. Covers waiting for a turn, connecting, headers, body and every retry.</summary>
    public TimeSpan DefaultTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one connection may take to open.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer, after decompression, for actions whose manifest says nothing.</summary>
    public long MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>What all answers above 64 KiB may take together, from when they are read until the caller has them; more wait for their turn.</summary>
    public long LargeAnswersBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>All tries together, for idempotent actions whose manifest says nothing.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The middle of the first pause between two tries; later ones double it.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Requests to one host that are under way at once.</summary>
    public int MaxConcurrencyPerHost { get; set; } = 256;

    /// <summary>Requests that wait for one host; more are refused at once.</summary>
    public int MaxQueuePerHost { get; set; } = 1024;

    /// <summary>The part of failures from which on a host is left alone.</summary>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>Fewer requests than this within the sampling period never leave a host alone.</summary>
    public int BreakerMinimumRequests { get; set; } = 20;

    public TimeSpan BreakerSamplingPeriod { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a host is left alone.</summary>
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(15);
}
