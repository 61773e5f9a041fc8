namespace ModuleX.Application.Catalog;

/// <summary>The folder that the catalog is made of.</summary>
public interface IToolFolder
{
    /// <summary>Begins to read it. A server that starts gets its database ready meanwhile, and listens when both are done.</summary>
    void Begin();

    /// <summary>Reads it again now, without waiting for a change to be noticed. A manifest with problems leaves its tool as it was.</summary>
    Task ReloadAsync(CancellationToken cancellationToken);
}
