using System.Data.Common;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>Recognizes a database that is busy or away by what its driver says, wherever in an exception that stands.</summary>
internal sealed class DatabaseOutages(IDatabaseProvider provider) : IOutages
{
    /// <summary>A lock that was not given in time, a deadlock that this one lost, or no connection.</summary>
    public static Error Unavailable { get; } = new(ErrorKind.Unavailable, "database_unavailable", "The database can't do this now. Please try again.")
    {
        RetryAfter = TimeSpan.FromSeconds(2),
    };

    public Error? Find(Exception exception)
    {
        foreach (var current in exception.Chain())
        {
            if (current is UnavailableException unavailable) return unavailable.Error;
            if (current is DbException driver && (driver.IsTransient || provider.MayPass(driver))) return Unavailable;
        }
        return null;
    }
}
