using ModuleX.Domain.Results;

namespace ModuleX.Application.Operations;

/// <summary>The schema of the database that the server runs on.</summary>
public interface IDatabaseSchema
{
    /// <summary>Applies the migrations that are pending. Unavailable: it can't be done; the log says why.</summary>
    Task<Result<Done>> UpdateAsync(CancellationToken cancellationToken);
}
