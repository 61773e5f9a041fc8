using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Lets the SQL Server provider write the commands for the changes that are about to be saved.</summary>
internal sealed class MirroredSaves : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Mirror((ModuleXDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(SavingChanges(eventData, result));

    private static void Mirror(ModuleXDbContext source)
    {
        EntityEntry[] changed =
            [.. source.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];
        if (changed.Length == 0) return;
        UnconnectedSqlServer.Run(source.Tenant, $"a save of {string.Join(", ", changed.Select(entry => entry.Metadata.ShortName()).Distinct())}", db =>
        {
            // What follows from a change is among the changes already.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Never;
            db.ChangeTracker.DeleteOrphansTiming = CascadeTiming.Never;
            foreach (var entry in changed) Copy(entry, db.Entry(entry.Entity));
            var adapter = db.GetService<IUpdateAdapterFactory>().Create();
            var batches = db.GetService<ICommandBatchPreparer>().BatchCommands(adapter.GetEntriesToSave(), adapter);
            foreach (var batch in batches) Execute(batch, db.GetService<IRelationalConnection>());
        });
    }

    private static void Execute(ModificationCommandBatch batch, IRelationalConnection connection)
    {
        try
        {
            batch.Execute(connection);
        }
        catch (DbUpdateException)
        {
            // No row was written, and the next batch is to be seen as well.
        }
    }

    private static void Copy(EntityEntry from, EntityEntry to)
    {
        to.State = from.State is EntityState.Modified ? EntityState.Unchanged : from.State;
        foreach (var property in from.Properties)
        {
            var same = to.Property(property.Metadata.Name);
            if (property.Metadata.IsShadowProperty() && !property.IsTemporary) same.CurrentValue = property.CurrentValue;
            if (from.State is EntityState.Added) continue;
            same.OriginalValue = property.OriginalValue;
            if (from.State is EntityState.Modified) same.IsModified = property.IsModified;
        }
    }
}
