using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>The versions of rows, by which the second of two writers learns that it came too late.</summary>
internal static class RowVersions
{
    private const string Version = "Version";

    /// <summary>Gives every changed row that has a version the next one.</summary>
    public static void Raise(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries()
            .Where(entry => entry.State == EntityState.Modified && entry.Metadata.FindProperty(Version) is { IsConcurrencyToken: true }))
            entry.Property(Version).CurrentValue = (long)entry.Property(Version).OriginalValue! + 1;
    }
}
