using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Hosting;

/// <summary>Reads the settings file again because the operator of the machine says so, who reads the answer in the log.</summary>
internal sealed class SettingsReload(IUseCases useCases, IOrganizationRepository organizations, ILogger<SettingsReload> logger)
{
    /// <summary>Never fails: there is no caller who could be told.</summary>
    public async Task RunAsync()
    {
        try
        {
            var tenant = (await organizations.FindTenantAsync(Tenant.DefaultDomain, CancellationToken.None))!.Id;
            var reload = new ReloadSettingsCommand(Actor.System(tenant), OnAllNodes: false);
            if ((await useCases.SendAsync(reload, CancellationToken.None)).Failed(out var error, out var file))
                logger.LogError("The settings stay as they were: {Reason}", error.Message);
            else
                logger.LogInformation("The settings were read again from {Source}", file.Path ?? "the defaults; there is no settings file");
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The settings could not be read again");
        }
    }
}
