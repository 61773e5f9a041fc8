namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>What is said when a database has its process already.</summary>
internal static class LeaseMessages
{
    /// <param name="sharing">What the refused process wanted.</param>
    /// <param name="holder">Who holds it, where that is known: <c>process 4711</c>.</param>
    public static StartupException Taken(LeaseSharing sharing, string? holder) => new(sharing switch
    {
        LeaseSharing.Cluster => $"An embedded ModuleX server{InBrackets(holder)} uses this database. Stop it before the cluster starts.",
        LeaseSharing.Starting => "Another node of the cluster has been starting for too long. Look at what keeps it, and start this one again.",
        _ => $"Another ModuleX process{InBrackets(holder)} uses this database. Stop it, or run the cluster (src/Silo), where many processes share one.",
    });

    private static string InBrackets(string? holder) => holder is null ? "" : $" ({holder})";
}
