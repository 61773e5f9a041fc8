namespace ModuleX.Infrastructure.Modules;

/// <summary>
/// One installation of a module, on the platform or for an organization of any tenant. Only ever added: the rows are the counter, and none waits
/// for another to count.
/// </summary>
internal sealed class ModuleInstallRow
{
    public Guid Id { get; init; }

    public required string Module { get; init; }

    public DateTimeOffset InstalledAt { get; init; }
}
