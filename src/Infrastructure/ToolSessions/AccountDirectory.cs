using Microsoft.Extensions.Options;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// The accounts of owners that were asked for lately, in memory as long as nothing has changed of them; as the sessions themselves, they are believed only
/// while changes are read.
/// </summary>
internal sealed class AccountDirectory(
    IToolSessionRepository repository, ToolSessionChanges changes, ToolSessionMemory memory, IOptions<ToolSessionCacheOptions> options) : IAccounts
{
    private readonly BoundedCache<(TenantId, OwnerId, string), Entry> _entries = new(options.Value.MaxCached);

    public ValueTask<IReadOnlyList<Account>> ListAsync(TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken)
    {
        if (_entries.TryGet((tenant, owner, tool), out var known) && known.Accounts.IsCompletedSuccessfully && IsGood(known, tenant, owner, tool))
            return new(known.Accounts.Result);
        return new(ReadAsync(tenant, owner, tool, cancellationToken));
    }

    private bool IsGood(Entry entry, TenantId tenant, OwnerId owner, string tool)
    {
        if (!memory.IsBelieved) return false;
        var last = changes.Last;
        if (entry.Seen == last) return true;
        if (changes.Concern(new ToolSessionId(tenant, owner, tool), entry.Subject, ToolSessionChange.Unknown, entry.Seen)) return false;
        entry.Seen = last;
        return true;
    }

    private async Task<IReadOnlyList<Account>> ReadAsync(TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken)
    {
        var (entry, isOwn) = ReadTogether(tenant, owner, tool);
        var accounts = await entry.Accounts.WaitAsync(cancellationToken);
        // A reading that this call only joined may have begun before a change that its caller knows of. The next one begins now.
        if (isOwn || IsGood(entry, tenant, owner, tool)) return accounts;
        return await ReadTogether(tenant, owner, tool).Entry.Accounts.WaitAsync(cancellationToken);
    }

    /// <summary>Callers at the same time ask the database once.</summary>
    private (Entry Entry, bool IsOwn) ReadTogether(TenantId tenant, OwnerId owner, string tool)
    {
        var key = (tenant, owner, tool);
        lock (_entries)
        {
            if (_entries.TryGet(key, out var known) && !known.Accounts.IsFaulted && (!known.Accounts.IsCompleted || IsGood(known, tenant, owner, tool)))
                return (known, false);
            // Before the rows are read: a change in between is then seen once more, and never missed.
            var seen = changes.Last;
            var entry = new Entry(
                ToolSessionSubject.OfAccounts(tenant, owner, tool), seen, Task.Run(() => LoadAsync(tenant, owner, tool), CancellationToken.None));
            _entries.Set(key, entry);
            return (entry, true);
        }
    }

    private async Task<IReadOnlyList<Account>> LoadAsync(TenantId tenant, OwnerId owner, string tool) =>
        [.. (await repository.ListAsync(tenant, owner, tool, CancellationToken.None)).Select(session => session.ToAccount())];

    private sealed class Entry(Guid subject, long seen, Task<IReadOnlyList<Account>> accounts)
    {
        private long _seen = seen;

        public Guid Subject => subject;

        public Task<IReadOnlyList<Account>> Accounts => accounts;

        /// <summary>The last change that is known not to concern it.</summary>
        public long Seen
        {
            get => Volatile.Read(ref _seen);
            set => Volatile.Write(ref _seen, value);
        }
    }
}
