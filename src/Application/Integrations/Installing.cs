using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>Adds tools to an organization, within its limit.</summary>
internal static class Installing
{
    /// <summary>Conflict: the tool is installed already, or the organization has as many as it may. NotFound: the organization was deleted meanwhile.</summary>
    /// <param name="by">Null for the server itself.</param>
    public static async Task<Result<Integration>> InstallAsync(
        this IUnitOfWork work, OrganizationId id, string tool, UserId? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Held before anything of it is read: of two who install at once, the second one counts what the first one has added.
        await work.Organizations.HoldAsync(id, cancellationToken);
        if (await work.Organizations.FindAsync(id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        var installed = await work.Integrations.ListToolsAsync(id, cancellationToken);
        if (installed.Contains(tool)) return IntegrationErrors.InstalledAlready(tool);
        if (Integration.Install(organization, tool, installed.Count, by, now).Failed(out var error, out var integration)) return error;
        work.Integrations.Add(integration);
        work.Modules.CountInstall(tool);
        return integration;
    }
}
