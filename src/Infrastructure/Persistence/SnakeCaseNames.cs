using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>Names columns, keys and indexes in snake_case: on PostgreSQL they need no quotes then. Tables are named by their configurations.</summary>
internal static class SnakeCaseNames
{
    public static void UseSnakeCaseNames(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{table}");
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName($"fk_{table}_{Of(foreign.Properties)}");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(index.Name ?? $"{(index.IsUnique ? "ux" : "ix")}_{table}_{Of(index.Properties)}");
        }
    }

    /// <summary>The name in snake_case.</summary>
    public static string Of(string name) =>
        string.Concat(
            name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));

    private static string Of(IEnumerable<IMutableProperty> properties) => string.Join('_', properties.Select(property => Of(property.Name)));
}
