using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>Adds an organization to a tenant.</summary>
/// <param name="TenantDomain">The tenant's domain.</param>
public sealed record CreateOrganizationCommand(string TenantDomain, string Slug, string Name) : ICommand<Organization>;

internal sealed class CreateOrganizationHandler(IOrganizationRepository organizations, TimeProvider time) : ICommandHandler<CreateOrganizationCommand, Organization>
{
    public async Task<Result<Organization>> Handle(CreateOrganizationCommand command, CancellationToken cancellationToken)
    {
        if (await organizations.FindTenantAsync(command.TenantDomain, cancellationToken) is not { } tenant) return TenantErrors.Unknown(command.TenantDomain);
        var now = time.GetUtcNow();
        var created = Organization.Create(new OrganizationId(Guid.CreateVersion7(now)), tenant.Id, command.Slug, command.Name, isDefault: false, now);
        if (created.Failed(out var error, out var organization)) return error;
        return (await organizations.AddAsync(organization, cancellationToken)).Failed(out error, out _) ? error : organization;
    }
}
