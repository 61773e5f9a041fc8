namespace ModuleX.Application.Webhooks;

/// <summary>How webhooks are processed: the section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>How often a webhook is tried before it is given up.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>The wait before the second attempt; it doubles with each further one, and is varied by up to a half so that not all come at once.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a node that has taken a webhook up may be silent before another one takes it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many are processed in one transaction.</summary>
    public int BatchSize { get; set; } = 200;

    /// <summary>The wait after this many failed attempts, from 1 on.</summary>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan DelayAfter(int failures, double chance)
    {
        var doubled = BaseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 16));
        return TimeSpan.FromMilliseconds(Math.Min(doubled, TimeSpan.FromHours(24).TotalMilliseconds) * (0.5 + (chance / 2)));
    }
}
