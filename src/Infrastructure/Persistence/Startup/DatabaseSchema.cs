using Microsoft.Extensions.Logging;
using ModuleX.Application.Operations;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Persistence.Startup;

internal sealed class DatabaseSchema(DatabaseStartup startup, ILogger<DatabaseSchema> logger) : IDatabaseSchema
{
    // Without the reason: it is the driver's sentence, which may name hosts, and belongs to the operator.
    private static readonly Error Failed = new(ErrorKind.Unavailable, "database_update_failed", "The database could not be updated; the server's log says why");

    public async Task<Result<Done>> UpdateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await startup.UpdateDatabaseAsync(cancellationToken);
            return Done.Result;
        }
        catch (StartupException exception)
        {
            logger.LogError(exception, "The database could not be updated");
            return Failed;
        }
    }
}
