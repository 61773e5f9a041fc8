using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>Encrypts the sealed columns of rows anew, with the current data key of their tenant. A row that is changed meanwhile is read again.</summary>
internal sealed class SealedRows(IDbContextFactory<ModuleXDbContext> contexts, DataKeyStore keys)
{
    private const int Attempts = 5;

    /// <summary>Counts the rows, those that had a secret under an old key, and those with one that does not open, which are left alone.</summary>
    /// <param name="rows">Those with a secret.</param>
    /// <param name="bindingOf">What a secret is bound to: of the row, in the column of that name.</param>
    public async Task<(int Rows, int Reencrypted, int Unreadable)> ReencryptAsync<T>(
        TenantId tenant, Func<ModuleXDbContext, IQueryable<T>> rows, Func<T, string, string> bindingOf, CancellationToken cancellationToken)
        where T : class
    {
        var (count, reencrypted, unreadable) = (0, 0, 0);
        await using var all = await contexts.OpenAsync(tenant, cancellationToken);
        foreach (var stored in await rows(all).ToListAsync(cancellationToken))
        {
            count++;
            try
            {
                if (await ReencryptAsync(tenant, stored, bindingOf, cancellationToken)) reencrypted++;
            }
            catch (CryptographicException)
            {
                unreadable++;
            }
        }
        return (count, reencrypted, unreadable);
    }

    private async Task<bool> ReencryptAsync<T>(TenantId tenant, T stored, Func<T, string, string> bindingOf, CancellationToken cancellationToken)
        where T : class
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var row = db.Attach(stored);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            foreach (var property in row.Properties.Where(property => property.Metadata.ClrType == typeof(SealedSecret)))
            {
                var binding = bindingOf(stored, property.Metadata.Name);
                property.CurrentValue = await keys.ResealAsync(tenant, (SealedSecret?)property.CurrentValue, binding, cancellationToken);
            }
            if (row.State == EntityState.Unchanged) return false;
            RowVersions.Raise(db.ChangeTracker);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                await row.ReloadAsync(cancellationToken);
                if (row.State == EntityState.Detached) return false;
            }
        }
        // What is written that often is sealed with the current key by now.
        return false;
    }
}
