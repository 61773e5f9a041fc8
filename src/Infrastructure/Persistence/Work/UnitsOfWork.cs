using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Ports;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence.Work;

internal sealed class UnitsOfWork(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, AccessNotices notices, IEvents events, TimeProvider time) : IUnitsOfWork
{
    public async Task<IUnitOfWork> BeginAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var db = await contexts.OpenAsync(tenant, cancellationToken);
        try
        {
            return new UnitOfWork(db, await db.Database.BeginTransactionAsync(cancellationToken), provider, notices, events, time);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}
