namespace ModuleX.Infrastructure.Persistence.Providers;

/// <summary>A unique index or a key, as the database knows it.</summary>
/// <param name="Columns">In the order of the index.</param>
internal sealed record UniqueConstraint(string Name, string Table, IReadOnlyList<string> Columns);
