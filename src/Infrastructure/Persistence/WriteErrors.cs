using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>What a write that the database refused means to the caller.</summary>
internal static class WriteErrors
{
    /// <summary>Conflict: another writer was there before, or has the value. Null where the write was refused for something else.</summary>
    public static Error? Of(DbUpdateException exception, IModel model, IDatabaseProvider provider)
    {
        if (exception is DbUpdateConcurrencyException) return ConcurrencyErrors.LostRace;
        if (provider.IsUniqueViolation(exception)) return TakenValues.ErrorOf(exception, model, provider);
        // What is deleted while it is assigned, or the other way round: one of the two comes too late.
        return provider.IsReferenceViolation(exception) ? ConcurrencyErrors.LostRace : null;
    }
}
