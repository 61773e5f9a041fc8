using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Configuration;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Events;
using ModuleX.Application.Identity;
using ModuleX.Application.Integrations;
using ModuleX.Application.Invitations;
using ModuleX.Application.Locations;
using ModuleX.Application.Modules;
using ModuleX.Application.Organizations;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Application.Persistence;
using ModuleX.Application.Tenancy;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Access;
using ModuleX.Infrastructure.Configuration;
using ModuleX.Infrastructure.ConnectLinks;
using ModuleX.Infrastructure.Identity;
using ModuleX.Infrastructure.Integrations;
using ModuleX.Infrastructure.Invitations;
using ModuleX.Infrastructure.Locations;
using ModuleX.Infrastructure.Modules;
using ModuleX.Infrastructure.Organizations;
using ModuleX.Infrastructure.OutgoingWebhooks;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Tenancy;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Infrastructure.Webhooks;
using IDbContextTransaction = Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>One transaction on one context.</summary>
internal sealed class UnitOfWork(
    ModuleXDbContext db, IDbContextTransaction transaction, IDatabaseProvider provider, CommitNotices notices, DatabaseClock clock, TimeProvider time,
    IDisposable? turn) : IUnitOfWork
{
    private readonly List<AuditEvent> _events = [];

    public ITenantStore Tenants => field ??= new TenantStore(db);

    public IUserStore Users => field ??= new UserStore(db);

    public IOrganizationStore Organizations => field ??= new OrganizationStore(db);

    public IRoleStore Roles => field ??= new RoleStore(db);

    public ILocationStore Locations => field ??= new LocationStore(db);

    public IApiKeyStore ApiKeys => field ??= new ApiKeyStore(db);

    public ILoginStore Logins => field ??= new LoginStore(db, provider);

    public IIntegrationStore Integrations => field ??= new IntegrationStore(db);

    public IServiceStore Services => field ??= new ServiceStore(db);

    public IOutgoingWebhookStore OutgoingWebhooks => field ??= new OutgoingWebhookStore(db);

    public IModuleStore Modules => field ??= new ModuleStore(db, time);

    public IToolSessionStore ToolSessions => field ??= new ToolSessionStore(db);

    public IConfigurationStore Configuration => field ??= new ConfigurationStore(db, Users);

    public IConnectLinkStore ConnectLinks => field ??= new ConnectLinkStore(db);

    public IInvitationStore Invitations => field ??= new InvitationStore(db);

    public void Record(AuditEvent happened) => _events.Add(happened);

    public void Announce(Guid subject) => notices.Announce(subject);

    public void Tell(LiveEvent happened) => notices.Tell(happened);

    public async Task<Result<Done>> CommitAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var began = ClockReading.Now(time);
        db.ChangeTracker.DetectChanges();
        var changes = AuditChanges.Of(db.ChangeTracker);
        var entries = _events.Select(happened => AuditChanges.ToEntry(happened, changes, now)).ToList();
        db.AuditEntries.AddRange(entries);
        if (notices.HasSubjects) db.AccessChanges.AddRange(notices.RowsAt(await clock.GetUtcNowAsync(db, cancellationToken)));
        RowVersions.Raise(db.ChangeTracker);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (notices.HasSubjects && AccessChanges.WasSlow(began, time))
            {
                if (notices.HasSubjects) db.AccessChanges.AddRange(notices.RowsAt(await clock.GetUtcNowAsync(db, cancellationToken)));
                await db.SaveChangesAsync(CancellationToken.None);
            }
            turn?.Dispose();
        }
        catch (DbUpdateException exception) when (WriteErrors.Of(exception, db.Model, provider) is { } error)
        {
            return error;
        }
        catch
        {
            notices.Doubt();
            throw;
        }
        notices.Publish(entries);
        return Done.Result;
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
