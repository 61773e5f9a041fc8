using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>Finding again what was read before a unit of work: secrets are opened and sealed outside of it.</summary>
internal static class Unchanged
{
    /// <summary>NotFound: the tool was uninstalled meanwhile. Conflict: another request changed it since it was read.</summary>
    public static async Task<Result<Integration>> FindUnchangedAsync(this IUnitOfWork work, Integration read, CancellationToken cancellationToken)
    {
        if (await work.Integrations.FindAsync(read.OrganizationId, read.Tool, cancellationToken) is not { } integration)
            return IntegrationErrors.NotInstalled(read.Tool);
        return integration.Version == read.Version ? integration : ConcurrencyErrors.LostRace;
    }
}
