using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>Adds a tenant with its default organization, its permissions and roles. It has no users yet. Conflict: the domain is taken.</summary>
/// <param name="Domain">What <c>X-Tenant-Domain</c> will name.</param>
public sealed record CreateTenantCommand(string Domain) : ICommand<TenantView>;

/// <summary>A tenant as operators see one.</summary>
public sealed record TenantView(TenantId Id, string Domain, DateTimeOffset CreatedAt);

internal sealed class CreateTenantValidator : AbstractValidator<CreateTenantCommand>
{
    public CreateTenantValidator() => RuleFor(command => command.Domain).NotEmpty().MaximumLength(253).Matches("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$");
}

internal sealed class CreateTenantHandler(IUnitsOfWork units, IOrganizationRepository organizations, TimeProvider time) : ICommandHandler<CreateTenantCommand, TenantView>
{
    private const string OrganizationName = "Default";

    public async Task<Result<TenantView>> Handle(CreateTenantCommand command, CancellationToken cancellationToken)
    {
        if (await organizations.FindTenantAsync(command.Domain, cancellationToken) is not null) return TenantErrors.DomainTaken(command.Domain);
        var now = time.GetUtcNow();
        var tenant = new Tenant(new TenantId(NewId()), command.Domain, now);
        var organization = Organization.Create(new OrganizationId(NewId()), tenant.Id, Organization.DefaultSlug, OrganizationName, isDefault: true, now).Required();

        await using var work = await units.BeginAsync(tenant.Id, cancellationToken);
        work.Organizations.Add(tenant);
        work.Organizations.Add(organization);
        var permissions = StartingAccess.PermissionsOf(tenant.Id, NewId, now);
        foreach (var permission in permissions) work.Roles.Add(permission);
        work.Roles.AddStarting(organization, permissions, now);
        work.Record(new AuditEvent(Actor.System(tenant.Id), AuditActions.TenantCreated, AuditResources.Tenant, tenant.Id.ToString(), organization.Id));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : new TenantView(tenant.Id, tenant.Domain, now);

        Guid NewId() => Guid.CreateVersion7(now);
    }
}
