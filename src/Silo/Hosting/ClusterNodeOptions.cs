using System.Net;

namespace ModuleX.Silo.Hosting;

/// <summary>This node and its cluster: the section <c>Cluster</c>.</summary>
internal sealed class ClusterNodeOptions
{
    public const string Section = "Cluster";

    public const string Database = "database";
    public const string Localhost = "localhost";

    /// <summary>How nodes find each other: <c>database</c>, or <c>localhost</c> for a developer's or a test's nodes on one machine.</summary>
    public string Membership { get; set; } = Database;

    /// <summary>Nodes with the same id on the same database are one cluster. A second cluster on one database is for moving from one to the other.</summary>
    public string ClusterId { get; set; } = "modulex";

    /// <summary>Where other nodes reach this one; empty for the machine's own address.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where this node talks to other nodes. Never open it to others.</summary>
    public int Port { get; set; } = 11111;

    /// <summary>The port on which this node listens where something maps <see cref="Port"/> to it; 0 where they are the same.</summary>
    public int ListenPort { get; set; }

    /// <summary>This node's certificate, with those between it and the authority: a file in PEM. With it, traffic between nodes is TLS on both sides.</summary>
    public string TlsCertificate { get; set; } = "";

    /// <summary>The private key of the certificate: a file in PEM.</summary>
    public string TlsKey { get; set; } = "";

    /// <summary>The certificate of the authority that signs those of the nodes, and nothing else: a file in PEM.</summary>
    public string TlsAuthority { get; set; } = "";

    /// <summary>With <c>localhost</c>: the port of the node that the others ask.</summary>
    public int PrimaryPort { get; set; } = 11111;

    /// <summary>How long a node has to answer when another asks whether it lives.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>After how many unanswered questions a node counts as dead.</summary>
    public int MissedProbes { get; set; } = 3;

    /// <summary>How long an unused session stays in memory.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a node that is told to stop goes on serving, no longer ready, so that load balancers can turn away from it.</summary>
    public TimeSpan DrainDelay { get; set; } = TimeSpan.FromSeconds(2);

    internal bool IsLocalhost => Membership.Trim().Equals(Localhost, StringComparison.OrdinalIgnoreCase);

    internal bool HasKnownMembership => IsLocalhost || Membership.Trim().Equals(Database, StringComparison.OrdinalIgnoreCase);

    internal bool HasReadableAddress => Address.Length == 0 || IPAddress.TryParse(Address, out _);
}
