namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>With whom a process shares its database.</summary>
internal enum LeaseSharing
{
    /// <summary>With no other process: the embedded server. It is refused while nodes of a cluster run, and they while it runs.</summary>
    Alone,

    /// <summary>The other nodes of its cluster.</summary>
    Cluster,

    /// <summary>With no other process for the moment in which a node of a cluster starts: nodes prepare a database one after the other.</summary>
    Starting,
}
