namespace ModuleX.Infrastructure.Runs.Egress;

/// <summary>Which private addresses ModuleX may call. Section <c>Egress</c>.</summary>
internal sealed class EgressOptions
{
    public const string Section = "Egress";

    /// <summary>What <see cref="Allow"/> takes; ends the message of a refused setting.</summary>
    public const string LegalEntries =
        "each entry is a host name (n8n.example.test), *. and a host name, an IP address (10.1.2.3), or a network (10.1.0.0/16, fd12::/64)";

    /// <summary>Hosts, addresses and networks that may be private. Empty: only public addresses are called.</summary>
    public IList<string> Allow { get; } = [];

    /// <summary>The first entry that is none of <see cref="LegalEntries"/>; null when all are.</summary>
    public string? FirstIllegalEntry()
    {
        foreach (var entry in Allow)
        {
            if (!EgressEntry.TryParse(entry, out _)) return entry;
        }
        return null;
    }
}
