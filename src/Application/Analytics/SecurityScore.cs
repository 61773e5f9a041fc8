namespace ModuleX.Application.Analytics;

/// <summary>
/// How safe an organization was in a period, from 0 to 100, by stated rules (docs/analytics.md): each part is 100 less what went wrong, and the score is their
/// weighted mean.
/// </summary>
public sealed record SecurityScore(IReadOnlyList<ScorePart> Parts)
{
    private const int PerEvent = 10;

    public int Total => (int)Math.Round(Parts.Sum(part => part.Score * part.Weight) / (double)Parts.Sum(part => part.Weight), MidpointRounding.AwayFromZero);

    public static SecurityScore Of(SecurityFacts facts) => new(
    [
        new("Authentication", Less(MeasuredValue.Percent(facts.FailedLogins, facts.LoginAttempts)), 3),
        new("Authorization", Less(MeasuredValue.Percent(facts.RefusedRequests, facts.Requests)), 2),
        new("Credentials", Less(MeasuredValue.Percent(facts.BrokenConnections, facts.Connections)), 2),
        new("Threats", Less(facts.SuspiciousEvents * PerEvent), 3),
    ]);

    private static int Less(double lost) => (int)Math.Round(100 - Math.Clamp(lost, 0, 100), MidpointRounding.AwayFromZero);
}

/// <param name="Score">From 0 to 100.</param>
/// <param name="Weight">How much it counts.</param>
public sealed record ScorePart(string Name, int Score, int Weight);

/// <summary>What the score is made of.</summary>
/// <param name="RefusedRequests">Answered 401 or 403.</param>
/// <param name="BrokenConnections">Connections whose credential the service has refused for good.</param>
public sealed record SecurityFacts(
    long LoginAttempts, long FailedLogins, long Requests, long RefusedRequests, int Connections, int BrokenConnections, long SuspiciousEvents);
