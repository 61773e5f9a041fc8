namespace ModuleX.Silo.Notices;

/// <summary>The ways to the nodes that are members now, one for each. A node that has left takes its audience along.</summary>
internal sealed class EventLinks
{
    // An array, because each event looks at all of them.
    private volatile EventLink[] _all = [];

    public EventLink[] All => _all;

    public EventLink? Find(SiloAddress other) => Array.Find(_all, link => link.Other.Equals(other));

    /// <summary>Ends the ways to nodes that are none of these, and opens those that are missing. For one caller at a time.</summary>
    public void Keep(IReadOnlyCollection<SiloAddress> others, Func<SiloAddress, EventLink> open)
    {
        var before = _all.ToLookup(link => others.Contains(link.Other));
        _all = [.. before[true], .. others.Except(before[true].Select(link => link.Other)).Select(open)];
        foreach (var ended in before[false]) ended.Dispose();
    }
}
