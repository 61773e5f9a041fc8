using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Asks whether a database is there at all.</summary>
internal static class DatabaseExistence
{
    public static Task<bool> ExistsAsync(this ModuleXDbContext db, CancellationToken cancellationToken) =>
        db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken);
}
