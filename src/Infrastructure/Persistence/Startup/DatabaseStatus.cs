namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Where a database's schema stands.</summary>
/// <param name="Provider">The word of the settings.</param>
/// <param name="Applied">Names of migrations, oldest first.</param>
/// <param name="Pending">Names of migrations that this version knows and the database lacks, oldest first.</param>
public sealed record DatabaseStatus(string Provider, IReadOnlyList<string> Applied, IReadOnlyList<string> Pending)
{
    /// <summary>True when the history names migrations that were squashed; <see cref="Applied"/> has the names of today.</summary>
    public bool HasOldHistory { get; init; }

    /// <summary>False when an update has something to do.</summary>
    public bool IsCurrent => Pending.Count == 0 && !HasOldHistory;
}
