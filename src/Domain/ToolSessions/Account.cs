using System.Collections.Immutable;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.ToolSessions;

/// <summary>One account of a tool that an owner has, without its credential: what has to be known to choose one for a run.</summary>
/// <param name="Connection">The id of the connection.</param>
/// <param name="DefaultSince">Since when runs that name no account use it; null where they don't.</param>
/// <param name="IsConnected">It holds a credential, good or not.</param>
/// <param name="Sharing">Who may use it; null for one that is not shared.</param>
public sealed record Account(
    ToolSessionId Session, Guid Connection, string? Name, string? Label, DateTimeOffset? DefaultSince, bool IsConnected, SharingRule? Sharing)
{
    /// <summary>The account of a run or a change that names one, or none.</summary>
    /// <param name="named">The account's name for programs; null for none.</param>
    /// <param name="own">The owner's accounts of the tool.</param>
    /// <param name="shared">Those that the owner's organization shares with it.</param>
    /// <returns>
    /// Null: there is no account, or none of that name. Conflict (<see cref="ToolSessionErrors.AccountAmbiguousCode"/>): several, and none is meant before the
    /// others; nothing is ever picked in silence.
    /// </returns>
    public static Result<Account?> Choose(string tool, string? named, IReadOnlyList<Account> own, IReadOnlyList<Account> shared)
    {
        // The own one before a shared one of the same name.
        if (named is not null)
            return own.FirstOrDefault(account => account.Session.Account == named) ?? shared.FirstOrDefault(account => account.Session.Account == named);
        // Every run comes through here, and nearly always all are connected.
        var connected = AreAllConnected(own) ? own : [.. own.Where(account => account.IsConnected)];
        if (DefaultOf(connected) is { } chosen) return chosen;
        if (connected is [var only]) return only;
        if (connected.Count == 0 && DefaultOf(shared) is { } common) return common;
        if (connected.Count == 0 && shared is [var onlyShared]) return onlyShared;
        List<Account> choices = [.. connected, .. shared];
        return choices.Count == 0 ? (Account?)null : ToolSessionErrors.AccountAmbiguous(tool, choices);
    }

    /// <summary>Whether an owner may use it, where it is shared.</summary>
    public bool Admits(OwnerId owner, ImmutableHashSet<RoleId> roles) => IsConnected && Sharing?.Admits(owner, roles) == true;

    private static bool AreAllConnected(IReadOnlyList<Account> accounts)
    {
        for (var i = 0; i < accounts.Count; i++)
            if (!accounts[i].IsConnected) return false;
        return true;
    }

    private static Account? DefaultOf(IReadOnlyList<Account> accounts)
    {
        Account? latest = null;
        for (var i = 0; i < accounts.Count; i++)
            if (accounts[i].DefaultSince is { } since && (latest is null || since > latest.DefaultSince)) latest = accounts[i];
        return latest;
    }
}
