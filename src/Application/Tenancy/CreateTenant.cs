using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>
/// Adds a tenant with its default organization, its permissions and roles, and, where one is asked for, its first super admin. Forbidden: the caller
/// manages no tenants. Conflict: the domain is taken. Invalid: the admin's password falls short.
/// </summary>
/// <param name="Domain">What <c>X-Tenant-Domain</c> will name.</param>
/// <param name="Name">For people; null for the domain.</param>
/// <param name="Admin">Null for a tenant without users.</param>
/// <param name="Caller">Null for the command line.</param>
public sealed record CreateTenantCommand(string Domain, string? Name = null, TenantAdmin? Admin = null, Caller? Caller = null) : ICommand<TenantView>
{
    public override string ToString() => $"{nameof(CreateTenantCommand)} {Domain}";
}

/// <summary>The first account of a tenant.</summary>
public sealed record TenantAdmin(string Username, string Email, string Password)
{
    public override string ToString() => nameof(TenantAdmin);
}

internal sealed class CreateTenantValidator : AbstractValidator<CreateTenantCommand>
{
    public CreateTenantValidator()
    {
        RuleFor(command => command.Domain).TenantDomain();
        RuleFor(command => command.Name).TenantName();
        When(command => command.Admin is not null, () =>
        {
            RuleFor(command => command.Admin!.Username).NotEmpty();
            RuleFor(command => (string?)command.Admin!.Username).Username();
            RuleFor(command => command.Admin!.Email).NewEmail();
            RuleFor(command => command.Admin!.Password).Password();
        });
    }
}

internal sealed class CreateTenantHandler(IUnitsOfWork units, NewPassword newPassword, IUseCases useCases, TimeProvider time)
    : ICommandHandler<CreateTenantCommand, TenantView>
{
    private const string OrganizationName = "Default";

    public async Task<Result<TenantView>> Handle(CreateTenantCommand command, CancellationToken cancellationToken)
    {
        if (command.Caller is { } caller && !caller.ManagesTenants) return IdentityErrors.PlatformOnly;
        var now = time.GetUtcNow();
        var tenant = new Tenant(new TenantId(NewId()), command.Domain, now);
        if (command.Name is { } name) tenant.Rename(name);
        var organization = Organization.Create(new OrganizationId(NewId()), tenant.Id, Organization.DefaultSlug, OrganizationName, isDefault: true,
            now).Required();
        if ((await CheckAsync(command.Admin, tenant, cancellationToken)).Failed(out var error, out _)) return error;

        await using (var work = await units.BeginAsync(tenant.Id, cancellationToken))
        {
            if (await work.Tenants.IsDomainTakenAsync(command.Domain, null, cancellationToken)) return TenantErrors.DomainTaken(command.Domain);
            work.Tenants.Add(tenant);
            work.Organizations.Add(organization);
            var permissions = StartingAccess.PermissionsOf(tenant.Id, NewId, now);
            foreach (var permission in permissions) work.Roles.Add(permission);
            work.Roles.AddStarting(organization, permissions, now);
            Record(work, command, tenant, organization);
            if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        }
        if (command.Admin is not { } admin) return tenant.To<TenantView>();
        var client = command.Caller?.Client ?? ClientFacts.None;
        var making = await useCases.SendAsync(
            new CreateFirstAdminCommand(tenant.Id, admin.Email, admin.Username, admin.Password, new BootstrapTrust.Management(), client), cancellationToken);
        return making.Failed(out error, out _) ? error : tenant.To<TenantView>();

        Guid NewId() => Guid.CreateVersion7(now);
    }

    /// <summary>Before anything is made: a tenant whose admin is refused would be one without.</summary>
    private async Task<Result<Done>> CheckAsync(TenantAdmin? admin, Tenant tenant, CancellationToken cancellationToken)
    {
        if (admin is null) return Done.Result;
        var hashing = await newPassword.HashAsync(tenant.Id, admin.Password, "admin/password", [admin.Email, admin.Username], cancellationToken);
        return hashing.Failed(out var error, out _) ? error : Done.Result;
    }

    /// <summary>In the log of the tenant, and in that of the caller who made it.</summary>
    private static void Record(IUnitOfWork work, CreateTenantCommand command, Tenant tenant, Organization organization)
    {
        if (command.Caller is { } caller)
            work.Record(new AuditEvent(caller.Actor, AuditActions.TenantCreated, AuditResources.Tenant, tenant.Id.ToString(), null));
        work.Record(new AuditEvent(Actor.System(tenant.Id), AuditActions.TenantCreated, AuditResources.Tenant, tenant.Id.ToString(), organization.Id));
    }
}
