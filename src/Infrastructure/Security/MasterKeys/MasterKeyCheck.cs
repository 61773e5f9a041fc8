using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>Holds the master key that was given against the one that the database belongs to, before anything is written.</summary>
internal sealed class MasterKeyCheck(
    IDbContextFactory<ModuleXDbContext> contexts, DatabaseMigrations migrations, MasterKeySource source, ILogger<MasterKeyCheck> logger)
{
    /// <summary>Only reads. A database without a master key accepts any; a key file is made for it where that is allowed.</summary>
    /// <exception cref="StartupException">There is no key, or it is not the database's.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(cancellationToken);
        if (stored is null)
        {
            source.FindOrMake();
            return;
        }
        var ring = source.Find()
            ?? throw new StartupException(
                $"The database is encrypted with the master key {stored.Id}, and none was given: set {MasterKeySource.Variable}"
                + $"{(source.File is { } file ? $", or put the file {file} back" : "")}.");
        if (ring.Find(stored.Id) is not { } key || !CryptographicOperations.FixedTimeEquals(key.CheckValue, stored.CheckValue))
            throw new StartupException(
                $"Wrong master key: the database is encrypted with the key {stored.Id}, and {ring.Current.Id} was given. Nothing was changed. "
                + $"Set {MasterKeySource.Variable} to the right key; "
                + $"to change the key, give the old one in {MasterKeySource.PreviousVariable} beside the new one.");
    }

    /// <summary>Notes the current key in a new database; encrypts the key ring anew where the database's key is a previous one.</summary>
    public async Task AdoptAsync(CancellationToken cancellationToken)
    {
        var ring = source.Required;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // One transaction: an interrupted change of keys has changed nothing and is done by the next start.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = await db.MasterKeys.AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (stored?.Id == ring.Current.Id) return;
        if (stored is null)
        {
            db.MasterKeys.Add(new MasterKeyRow { Id = ring.Current.Id, CheckValue = ring.Current.CheckValue });
        }
        else
        {
            logger.LogInformation("Encrypting the key ring with the master key {NewKey} instead of {OldKey}", ring.Current.Id, stored.Id);
            foreach (var row in await db.DataProtectionKeys.AsTracking().ToListAsync(cancellationToken))
            {
                var document = XElement.Parse(row.Xml);
                if (MasterKeyElement.Reencrypt(document, ring)) row.Xml = document.ToString(SaveOptions.DisableFormatting);
            }
            stored.Id = ring.Current.Id;
            stored.CheckValue = ring.Current.CheckValue;
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<MasterKeyRow?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await migrations.HaveBegunAsync(cancellationToken)) return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MasterKeys.SingleOrDefaultAsync(cancellationToken);
    }
}
