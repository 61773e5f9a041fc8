using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Events;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence;

internal sealed class UnitsOfWork(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, AccessNotices notices, IEvents events, ProcessIdentity process,
    DatabaseClock clock, TimeProvider time) : IUnitsOfWork
{
    public async Task<IUnitOfWork> BeginAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var turn = await provider.TakeTurnAsync(cancellationToken);
        ModuleXDbContext? db = null;
        try
        {
            db = await contexts.OpenAsync(tenant, cancellationToken);
            return new UnitOfWork(
                db, await db.Database.BeginTransactionAsync(cancellationToken), provider, new CommitNotices(notices, events, process.Id), clock, time, turn);
        }
        catch
        {
            if (db is not null) await db.DisposeAsync();
            turn?.Dispose();
            throw;
        }
    }
}
