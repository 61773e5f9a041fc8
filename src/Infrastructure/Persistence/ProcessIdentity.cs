namespace ModuleX.Infrastructure.Persistence;

/// <summary>Names this process in rows that are its own, so that no other process writes them.</summary>
internal sealed class ProcessIdentity
{
    /// <summary>Made at the start; another start is another process.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();
}
