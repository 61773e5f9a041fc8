namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>What is said when a database has its process already.</summary>
internal static class LeaseMessages
{
    /// <param name="holder">Who holds it, where that is known: <c>process 4711</c>.</param>
    public static StartupException Taken(string? holder) => new(
        $"Another ModuleX process{(holder is null ? "" : $" ({holder})")} uses this database. Stop it, or run the cluster (src/Silo), where many processes share one.");
}
