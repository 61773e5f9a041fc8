namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>How webhooks are sent: the section <c>OutgoingWebhooks</c>.</summary>
internal sealed class OutgoingWebhookOptions
{
    public const string Section = "OutgoingWebhooks";

    private static readonly TimeSpan[] UsualDelays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(10),
    ];

    /// <summary>The waits after failed attempts, one after the other; none for 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h.</summary>
    public IList<TimeSpan> RetryDelays { get; } = [];

    /// <summary>How long an endpoint has for its answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many endpoints one node sends to at once.</summary>
    public int Endpoints { get; set; } = 16;

    /// <summary>How many requests one node sends to one endpoint at once; they are claimed and stored together.</summary>
    public int RequestsPerEndpoint { get; set; } = 8;

    /// <summary>How long a node that has taken deliveries up may be silent before another one takes them.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long an endpoint is disabled that has only failed.</summary>
    public TimeSpan DisableAfter { get; set; } = TimeSpan.FromDays(5);

    /// <summary>How long deliveries that have ended are kept, with their attempts.</summary>
    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The wait after this many failed attempts, from 1 on; null for no more.</summary>
    /// <param name="chance">From 0 to 1: up to a fifth longer, so that what failed together does not come back together.</param>
    public TimeSpan? DelayAfter(int failures, double chance)
    {
        var delays = RetryDelays.Count > 0 ? RetryDelays : UsualDelays;
        return failures <= delays.Count ? delays[failures - 1] * (1 + (chance / 5)) : null;
    }
}
