namespace ModuleX.Infrastructure.Persistence;

/// <summary>This process among all that work on the database.</summary>
internal sealed class ProcessIdentity
{
    /// <summary>Made at the start; another start is another process.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();
}
