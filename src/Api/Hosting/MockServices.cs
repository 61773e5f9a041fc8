using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ModuleX.Application.Messaging;
using ModuleX.Application.MockServices;
using ModuleX.Application.Organizations;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Hosting;

/// <summary>Registers, where the mock services are on, the three services that they play, at this server's own address.</summary>
internal sealed class MockServices(
    IUseCases useCases, IOrganizationRepository organizations, IServer server, IConfiguration settings, IHostEnvironment environment)
{
    /// <summary>The setting <c>MockServices:Enabled</c>; without it they are on in Development.</summary>
    public static bool AreOn(IConfiguration settings, IHostEnvironment environment) =>
        settings.GetValue<bool?>("MockServices:Enabled") ?? environment.IsDevelopment();

    /// <summary>Before the server listens: webhooks may come with its first request.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!AreOn(settings, environment)) return;
        await EnsureAsync(ListeningAddresses.OwnAmong(ListeningAddresses.Of(settings)) ?? new Uri("http://localhost"), cancellationToken);
    }

    /// <summary>Once it listens: only now a port that the system chose is known.</summary>
    public Task EnsureListeningAsync(CancellationToken cancellationToken) =>
        AreOn(settings, environment) && ListeningAddresses.OwnAmong(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) is { } address
            ? EnsureAsync(address, cancellationToken)
            : Task.CompletedTask;

    private async Task EnsureAsync(Uri address, CancellationToken cancellationToken)
    {
        var tenant = (await organizations.FindTenantAsync(Tenant.DefaultDomain, cancellationToken))!.Id;
        var baseUrl = address.ToString().TrimEnd('/') + MockServicesOptions.Path;
        (await useCases.SendAsync(new EnsureMockServicesCommand(tenant, baseUrl), cancellationToken)).Required();
    }
}
