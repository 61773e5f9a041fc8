using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ModuleX.Infrastructure.Persistence.Providers;

/// <summary>What every provider's contexts are set up with.</summary>
internal static class CommonContextOptions
{
    public const string MigrationsTable = "schema_migrations";

    public static DbContextOptionsBuilder UseModuleXDefaults(this DbContextOptionsBuilder options) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        // A lost race and a taken name are answers, not errors; what is an error is logged where the exception is caught.
        .ConfigureWarnings(warnings => warnings.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            // Asking whether a database is there fails where it is not.
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.CommandExecuted, LogLevel.Debug)));
}
