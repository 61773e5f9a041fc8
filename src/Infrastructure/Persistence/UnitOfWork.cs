using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Application.Activities;
using ModuleX.Application.Audit;
using ModuleX.Application.Configuration;
using ModuleX.Application.Events;
using ModuleX.Application.Identity;
using ModuleX.Application.Integrations;
using ModuleX.Application.Locations;
using ModuleX.Application.Modules;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Application.Tenancy;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Access;
using ModuleX.Infrastructure.Configuration;
using ModuleX.Infrastructure.Identity;
using ModuleX.Infrastructure.Integrations;
using ModuleX.Infrastructure.Locations;
using ModuleX.Infrastructure.Modules;
using ModuleX.Infrastructure.Organizations;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Tenancy;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Infrastructure.Webhooks;
using IDbContextTransaction = Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>One transaction on one context.</summary>
internal sealed class UnitOfWork(
    ModuleXDbContext db, IDbContextTransaction transaction, IDatabaseProvider provider, AccessNotices notices, IEvents watchers, TimeProvider time,
    IDisposable? turn = null) : IUnitOfWork
{
    private const string VersionProperty = "Version";

    private readonly List<AuditEvent> _events = [];
    private readonly HashSet<Guid> _subjects = [];
    private readonly List<LiveEvent> _told = [];

    public ITenantStore Tenants => field ??= new TenantStore(db);

    public IUserStore Users => field ??= new UserStore(db);

    public IOrganizationStore Organizations => field ??= new OrganizationStore(db);

    public IRoleStore Roles => field ??= new RoleStore(db);

    public ILocationStore Locations => field ??= new LocationStore(db);

    public ILoginStore Logins => field ??= new LoginStore(db, provider);

    public IIntegrationStore Integrations => field ??= new IntegrationStore(db);

    public IServiceStore Services => field ??= new ServiceStore(db);

    public IModuleStore Modules => field ??= new ModuleStore(db, time);

    public IToolSessionStore ToolSessions => field ??= new ToolSessionStore(db);

    public IConfigurationStore Configuration => field ??= new ConfigurationStore(db, Users);

    public void Record(AuditEvent happened) => _events.Add(happened);

    public void Announce(Guid subject) => _subjects.Add(subject);

    public void Tell(LiveEvent happened) => _told.Add(happened);

    public async Task<Result<Done>> CommitAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        db.ChangeTracker.DetectChanges();
        var changes = AuditChanges.Of(db.ChangeTracker);
        var entries = _events.Select(happened => AuditChanges.ToEntry(happened, changes, now)).ToList();
        db.AuditEntries.AddRange(entries);
        db.AccessChanges.AddRange(_subjects.Select(subject => new AccessChangeRow { Id = Guid.CreateVersion7(now), At = now, Subject = subject }));
        foreach (var entry in db.ChangeTracker.Entries()
            .Where(entry => entry.State == EntityState.Modified && entry.Metadata.FindProperty(VersionProperty) is { IsConcurrencyToken: true }))
            entry.Property(VersionProperty).CurrentValue = (long)entry.Property(VersionProperty).OriginalValue! + 1;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            turn?.Dispose();
        }
        catch (DbUpdateConcurrencyException)
        {
            return ConcurrencyErrors.LostRace;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return TakenValues.ErrorOf(exception, db.Model, provider);
        }
        catch (DbUpdateException exception) when (provider.IsReferenceViolation(exception))
        {
            // What is deleted while somebody assigns it, or the other way round: one of the two comes too late.
            return ConcurrencyErrors.LostRace;
        }
        // Before the notices: a session that ends hears of it before it is closed.
        foreach (var entry in entries) TellOf(entry);
        foreach (var happened in _told) watchers.Publish(happened);
        notices.Announce(_subjects);
        return Done.Result;
    }

    private void TellOf(AuditEntry entry)
    {
        if (entry.UserId is { } user && watchers.Hears(user)) watchers.Publish(new UserEvent(entry.TenantId, user) { Activity = RecordedActivity.Of(entry) });
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Rolls back what was not committed.
            await transaction.DisposeAsync();
            await db.DisposeAsync();
        }
        finally
        {
            turn?.Dispose();
        }
    }
}
