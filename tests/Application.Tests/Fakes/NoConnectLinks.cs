using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>No connect link was ever made, and nothing here makes one: Api.Tests do, with a database.</summary>
internal sealed class NoConnectLinks : IConnectLinkTokens, IUnitsOfWork, IOrganizationRepository
{
    public Task<FoundConnectLink?> FindAsync(string tokenHash, CancellationToken cancellationToken) => Task.FromResult<FoundConnectLink?>(null);

    public Task CleanAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IUnitOfWork> BeginAsync(TenantId tenant, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Tenant?> FindTenantAsync(string domain, CancellationToken cancellationToken) => Task.FromResult<Tenant?>(null);

    public Task<Organization?> FindAsync(TenantId tenant, string slug, CancellationToken cancellationToken) => Task.FromResult<Organization?>(null);

    public Task<Organization?> FindAsync(TenantId tenant, OrganizationId id, CancellationToken cancellationToken) => Task.FromResult<Organization?>(null);
}
