using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Events;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Access;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.ToolSessions;

internal sealed class ToolSessionRepository(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, AccessNotices notices, ProcessIdentity process, DatabaseClock clock,
    IEvents events, TimeProvider time) : IToolSessionRepository
{
    public async Task<ToolSessionSnapshot> LoadAsync(ToolSessionId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(id.Tenant, cancellationToken);
        var row = await db.ToolSessions.WithId(id).SingleOrDefaultAsync(cancellationToken);
        // SQL Server takes "ann" and "ann " for the same key. They are two owners, and the second one must not get the first one's session.
        return row is not null && row.IdOf() == id ? row.ToSnapshot() : ToolSessionSnapshot.Empty(id);
    }

    public async Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await db.ToolSessions
            .Where(row => row.TenantId == tenant && row.Owner == owner.Value)
            .OrderBy(row => row.Tool).ThenBy(row => row.Account)
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => row.Owner == owner.Value).Select(row => row.ToSnapshot())];
    }

    public async Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await db.ToolSessions
            .Where(row => row.TenantId == tenant && row.Owner == owner.Value && row.Tool == tool).ToListAsync(cancellationToken);
        return [.. rows.Where(row => row.Owner == owner.Value && row.Tool == tool).Select(row => row.ToSnapshot())];
    }

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ListLastUsesAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await db.ToolSessions.Where(row => row.Owner == owner.Value && row.LastUsedAt != null)
            .Select(row => new { row.Owner, row.Tool, At = row.LastUsedAt!.Value }).ToListAsync(cancellationToken);
        return rows.Where(row => row.Owner == owner.Value).GroupBy(row => row.Tool).ToDictionary(uses => uses.Key, uses => uses.Max(use => use.At));
    }

    public async Task<Result<ToolSessionSnapshot>> SaveAsync(
        ToolSessionSnapshot stored, ToolSessionSnapshot session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(session.Id.Tenant, cancellationToken);
        var isStored = session.Version != 0;
        if (HoldsNothing(session))
            return isStored ? await DeleteAsync(db, stored, session, cancellationToken) : await StayAwayAsync(db, session, cancellationToken);

        // A callback or a refresh that was on its way when its owner went must not leave a credential behind.
        if (!await HasOwnerAsync(db, session.Id, cancellationToken)) return ToolSessionErrors.OwnerGone;
        var saved = isStored ? session with { Version = session.Version + 1, Event = null }
            : session with
            {
                Version = FirstVersion(), ConnectionId = Guid.CreateVersion7(time.GetUtcNow()), CreatedAt = ToMilliseconds(time.GetUtcNow()), Event = null,
            };
        var entry = db.Entry(saved.ToRow());
        entry.State = isStored ? EntityState.Modified : EntityState.Added;
        entry.Property(row => row.Version).OriginalValue = session.Version;
        if (isStored)
        {
            entry.Property(row => row.LastUsedAt).IsModified = false;
            entry.Property(row => row.CheckedAt).IsModified = false;
            // What was planned for the connection before says nothing of this one.
            entry.Property(row => row.CheckDueAt).IsModified = session.ConnectedAt != stored.ConnectedAt;
            entry.Property(row => row.RefreshDueAt).IsModified = false;
        }
        return await TrySaveAsync(db, stored, saved, session.Event, cancellationToken) ? saved : ToolSessionErrors.LostRace;
    }

    private async Task<Result<ToolSessionSnapshot>> DeleteAsync(
        ModuleXDbContext db, ToolSessionSnapshot stored, ToolSessionSnapshot session, CancellationToken cancellationToken)
    {
        db.Entry(session.ToRow()).State = EntityState.Deleted;
        var removed = session with { Version = 0, Event = null };
        return await TrySaveAsync(db, stored, removed, session.Event, cancellationToken) ? removed : ToolSessionErrors.LostRace;
    }

    private static Task<bool> HasOwnerAsync(ModuleXDbContext db, ToolSessionId id, CancellationToken cancellationToken)
    {
        var tenants = db.Tenants.Where(tenant => tenant.Id == id.Tenant && tenant.DeactivatedAt == null);
        if (id.Owner.FindUser() is { } user) return tenants.AnyAsync(_ => db.Users.Any(one => one.Id == user && one.IsActive), cancellationToken);
        var organization = id.Owner.FindOrganization()!.Value;
        return tenants.AnyAsync(_ => db.Organizations.Any(one => one.Id == organization), cancellationToken);
    }

    private static async Task<Result<ToolSessionSnapshot>> StayAwayAsync(ModuleXDbContext db, ToolSessionSnapshot session,
        CancellationToken cancellationToken) =>
        await db.ToolSessions.WithId(session.Id).AnyAsync(cancellationToken) ? ToolSessionErrors.LostRace : session;

    /// <summary>Saves the context and, in the same transaction, that the session has changed and the event that is reported.</summary>
    /// <param name="saved">With its new version.</param>
    /// <param name="told">Null for nothing.</param>
    private async Task<bool> TrySaveAsync(
        ModuleXDbContext db, ToolSessionSnapshot stored, ToolSessionSnapshot saved, ConnectionEvent? told, CancellationToken cancellationToken)
    {
        var about = saved.Version == 0 ? stored : saved;
        var happened = told is null ? null : await ConnectionEvents.AddAsync(db, about, told, time.GetUtcNow(), cancellationToken);
        var change = new ToolSessionChange(ToolSessionSubject.Of(saved.Id), saved.Version);
        // Seldom: a refresh changes nothing of it.
        Guid? accounts = stored.ToAccount() == saved.ToAccount() ? null : ToolSessionSubject.OfAccounts(saved.Id.Tenant, saved.Id.Owner, saved.Id.Tool);
        var began = ClockReading.Now(time);
        try
        {
            AddChanges(db, change, accounts, await clock.GetUtcNowAsync(db, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            if (AccessChanges.WasSlow(began, time))
            {
                AddChanges(db, change, accounts, clock.UtcNow);
                await db.SaveChangesAsync(CancellationToken.None);
            }
            notices.AnnounceSession(change);
            if (accounts is { } subject) notices.Announce([subject]);
            if (happened is not null && saved.Id.Owner.FindUser() is { } user && events.Hears(user))
                events.Publish(new UserEvent(saved.Id.Tenant, user) { Outgoing = new(happened.Type, happened.Data) });
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return false;
        }
        catch
        {
            // It may be committed all the same, and this process does not read its own changes.
            notices.AnnounceSession(change with { Version = ToolSessionChange.Unknown });
            if (accounts is { } subject) notices.Announce([subject]);
            throw;
        }
    }

    private void AddChanges(ModuleXDbContext db, ToolSessionChange change, Guid? accounts, DateTimeOffset now)
    {
        db.AccessChanges.Add(change.ToRow(process.Id, now));
        if (accounts is { } subject) db.AccessChanges.Add(new() { Id = Guid.CreateVersion7(now), At = now, Subject = subject, Writer = process.Id });
    }

    /// <summary>As every database gives it back.</summary>
    private static DateTimeOffset ToMilliseconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());

    private static bool HoldsNothing(ToolSessionSnapshot session) =>
        session is { Credential: null, IsActive: true, Pending.IsEmpty: true, DisabledActions.IsEmpty: true };

    /// <summary>
    /// Not 1: a session that was removed and made again would come back to a version of the old one that another node still holds,
    /// and that writer would bring a disconnected credential back to life.
    /// </summary>
    private static long FirstVersion() => (long)RandomNumberGenerator.GetInt32(1, int.MaxValue) << 20;
}
