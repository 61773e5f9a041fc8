namespace ModuleX.Api.Hosting.Rates;

/// <summary>How many requests are taken in a window: the section <c>RateLimits</c>. 0 stands for any number.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>What a counter can count to.</summary>
    public const int Highest = RateWindow.HighestCount;

    public bool Enabled { get; set; } = true;

    /// <summary>It begins with the first request that is counted.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Of one API key, or of one signed-in user with all sessions together.</summary>
    public int PerPrincipal { get; set; } = 1_000;

    /// <summary>Of one address: requests that need no key and no token, and those whose key or token is no good.</summary>
    public int Anonymous { get; set; } = 300;

    /// <summary>Of one address, at the endpoints where passwords and refresh tokens are tried.</summary>
    public int Sensitive { get; set; } = 20;

    /// <summary>Of one address: webhooks, which come in crowds from few senders.</summary>
    public int Webhooks { get; set; } = 60_000;

    /// <summary>Executions of one tool for one organization.</summary>
    public int PerOrganizationAndTool { get; set; } = 6_000;

    internal bool AreInRange =>
        new[] { PerPrincipal, Anonymous, Sensitive, Webhooks, PerOrganizationAndTool }.All(limit => limit is >= 0 and <= Highest);

    internal bool HasUsableWindow => Window >= TimeSpan.FromSeconds(1) && Window <= TimeSpan.FromHours(1);
}
