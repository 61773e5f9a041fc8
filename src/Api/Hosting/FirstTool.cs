using Microsoft.Extensions.Options;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.MockServices;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Installs the tool of the mock services for the default organization at the first start in Development, so that the first action can be executed at once.
/// A hosted service, for the catalog is read when those start; the server listens after them.
/// </summary>
internal sealed class FirstTool(
    FirstAdmin admin, IUseCases useCases, IOrganizationRepository organizations, IOptions<MockServicesOptions> mock,
    IHostEnvironment environment) : IHostedService
{
    private const string Name = "mock";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Later starts leave it as it is: what was uninstalled stays so.
        if (!admin.IsFirstStart || !environment.IsDevelopment() || !mock.Value.Enabled) return;
        var tenant = (await organizations.FindTenantAsync(Tenant.DefaultDomain, cancellationToken))!.Id;
        (await useCases.SendAsync(new InstallFirstToolCommand(tenant, Name), cancellationToken)).Required();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
