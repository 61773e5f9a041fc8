namespace ModuleX.Application.ToolSessions;

/// <summary>How connections are kept in health: the section <c>Connections</c>.</summary>
public sealed class ConnectionHealthOptions
{
    public const string Section = "Connections";

    /// <summary>How often a connection in use is tried at its service, give or take a fifth. Zero: never.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long after its last run a connection counts as in use. Zero: none does, and nothing is tried or refreshed ahead.</summary>
    public TimeSpan InUseFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often a node looks for connections that are due and for tokens that end soon.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many connections a node tries or refreshes at once.</summary>
    public int ChecksAtOnce { get; set; } = 4;

    /// <summary>The pause until the next check.</summary>
    /// <param name="chance">From 0 to 1: what was connected together is not checked together for ever.</param>
    public TimeSpan NextCheckAfter(double chance) => CheckEvery * (0.8 + (chance * 0.4));
}
