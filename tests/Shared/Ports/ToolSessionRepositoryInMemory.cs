using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>Rows with versions, as a database keeps them, and ways to make it misbehave.</summary>
internal sealed class ToolSessionRepositoryInMemory : IToolSessionRepository
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ToolSessionId, ToolSessionSnapshot> _rows = [];
    private int _loads;

    public int Loads => Volatile.Read(ref _loads);

    /// <summary>Runs before each save, outside the lock; an exception is the database's.</summary>
    public Func<ToolSessionSnapshot, Task>? BeforeSave { get; set; }

    public Func<ToolSessionId, Task>? BeforeLoad { get; set; }

    /// <summary>Refuses every session that would hold something, as the database does when its owner was deleted.</summary>
    public bool IsOwnerGone { get; set; }

    /// <summary>The row; null when there is none.</summary>
    public ToolSessionSnapshot? Row(ToolSessionId id)
    {
        lock (_lock) return _rows.GetValueOrDefault(id);
    }

    /// <summary>Writes the row as another process would, for example at a rotation of keys.</summary>
    public void WriteBehind(ToolSessionId id, Func<ToolSessionSnapshot, ToolSessionSnapshot> change)
    {
        lock (_lock) Write(change(_rows.GetValueOrDefault(id) ?? ToolSessionSnapshot.Empty(id)));
    }

    public async Task<ToolSessionSnapshot> LoadAsync(ToolSessionId id, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _loads);
        if (BeforeLoad is { } before) await before(id);
        return Row(id) ?? ToolSessionSnapshot.Empty(id);
    }

    public Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ToolSessionSnapshot>>(
                [.. _rows.Values.Where(row => row.Id.Tenant == tenant && row.Id.Owner == owner).OrderBy(row => row.Id.Tool, StringComparer.Ordinal)]);
        }
    }

    public async Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(
        TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken) =>
        [.. (await ListAsync(tenant, owner, cancellationToken)).Where(row => row.Id.Tool == tool)];

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> ListLastUsesAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(new Dictionary<string, DateTimeOffset>());

    public async Task<Result<ToolSessionSnapshot>> SaveAsync(
        ToolSessionSnapshot stored, ToolSessionSnapshot session, CancellationToken cancellationToken)
    {
        if (BeforeSave is { } before) await before(session);
        if (IsOwnerGone && session is not { Credential: null, Pending.IsEmpty: true }) return ToolSessionErrors.OwnerGone;
        lock (_lock)
        {
            return (_rows.GetValueOrDefault(session.Id)?.Version ?? 0) == session.Version ? Write(session) : ToolSessionErrors.LostRace;
        }
    }

    private ToolSessionSnapshot Write(ToolSessionSnapshot session)
    {
        if (session.Credential is null && session.Pending.IsEmpty)
        {
            _rows.Remove(session.Id);
            return ToolSessionSnapshot.Empty(session.Id);
        }
        return _rows[session.Id] = session with { Version = session.Version + 1, Event = null };
    }
}
