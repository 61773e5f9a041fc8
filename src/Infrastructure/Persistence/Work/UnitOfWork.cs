using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Audit;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Persistence.Rows;
using IDbContextTransaction = Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction;

namespace ModuleX.Infrastructure.Persistence.Work;

/// <summary>One transaction on one context.</summary>
internal sealed class UnitOfWork(
    ModuleXDbContext db, IDbContextTransaction transaction, IDatabaseProvider provider, AccessNotices notices, TimeProvider time) : IUnitOfWork
{
    private const string VersionProperty = "Version";

    private readonly List<AuditEvent> _events = [];
    private readonly HashSet<Guid> _subjects = [];

    public ITenantStore Tenants => field ??= new TenantStore(db);

    public IUserStore Users => field ??= new UserStore(db);

    public IOrganizationStore Organizations => field ??= new OrganizationStore(db);

    public IRoleStore Roles => field ??= new RoleStore(db);

    public ILocationStore Locations => field ??= new LocationStore(db);

    public ILoginStore Logins => field ??= new LoginStore(db, provider);

    public IIntegrationStore Integrations => field ??= new IntegrationStore(db);

    public IServiceStore Services => field ??= new ServiceStore(db);

    public IModuleStore Modules => field ??= new ModuleStore(db, time);

    public IConfigurationStore Configuration => field ??= new ConfigurationStore(db, Users);

    public void Record(AuditEvent happened) => _events.Add(happened);

    public void Announce(Guid subject) => _subjects.Add(subject);

    public async Task<Result<Done>> CommitAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        db.ChangeTracker.DetectChanges();
        var changes = AuditChanges.Of(db.ChangeTracker);
        db.AuditEntries.AddRange(_events.Select(happened => AuditChanges.ToEntry(happened, changes, now)));
        db.AccessChanges.AddRange(_subjects.Select(subject => new AccessChangeRow { Id = Guid.CreateVersion7(now), At = now, Subject = subject }));
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified && entry.Metadata.FindProperty(VersionProperty) is { IsConcurrencyToken: true }))
            entry.Property(VersionProperty).CurrentValue = (long)entry.Property(VersionProperty).OriginalValue! + 1;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ConcurrencyErrors.LostRace;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return TakenNames.ErrorOf(exception.InnerException!.Message);
        }
        catch (DbUpdateException exception) when (provider.IsReferenceViolation(exception))
        {
            // What is deleted while somebody assigns it, or the other way round: one of the two comes too late.
            return ConcurrencyErrors.LostRace;
        }
        foreach (var subject in _subjects) notices.Tell(subject);
        return Done.Result;
    }

    public async ValueTask DisposeAsync()
    {
        // Rolls back what was not committed.
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}
