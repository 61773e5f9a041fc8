using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Makes installed tools as they are stored.</summary>
internal static class StoredIntegrations
{
    /// <param name="secret">The value of a configuration and of a variable; null for neither.</param>
    public static async Task<Integration> InstallAsync(this Installation process, Organization organization, string tool = "github", string? secret = null)
    {
        var (now, secrets) = (StoredToolSessions.Now, process.Get<IntegrationSecrets>());
        var integration = Integration.Install(organization, tool, 0, null, now).Required();
        if (secret is not null)
        {
            integration.SetConfig(await secrets.SealConfigAsync(integration.Id, new JsonObject { ["value"] = secret }, default), now);
            integration.SetEnvironment(
                await secrets.SealEnvironmentAsync(integration.Id, ImmutableSortedDictionary<string, string>.Empty.Add("VALUE", secret), default),
                ["VALUE"], now);
        }
        await using var work = await process.BeginAsync(organization);
        work.Integrations.Add(integration);
        work.Announce(organization.Id.Value);
        (await work.CommitAsync(default)).Required();
        return integration;
    }

    /// <summary>Changes an installed tool as a use case does.</summary>
    public static async Task<Result<Done>> ChangeAsync(this Installation process, Organization organization, Action<Integration> change, string tool = "github")
    {
        await using var work = await process.BeginAsync(organization);
        change((await work.Integrations.FindAsync(organization.Id, tool, default))!);
        work.Announce(organization.Id.Value);
        return await work.CommitAsync(default);
    }

    public static async Task UninstallAsync(this Installation process, Organization organization, string tool = "github")
    {
        await using var work = await process.BeginAsync(organization);
        work.Integrations.Remove((await work.Integrations.FindAsync(organization.Id, tool, default))!);
        work.Announce(organization.Id.Value);
        (await work.CommitAsync(default)).Required();
    }
}
