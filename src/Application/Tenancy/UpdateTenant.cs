using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>
/// Changes a tenant; null leaves a value as it is. A deactivated one's logins, tokens and keys are refused within a second, and are good again when
/// it is activated; its connections are released and do not come back. NotFound: there is none. Forbidden: the caller manages no tenants. Conflict:
/// the domain is taken, or the default one is to move or be deactivated.
/// </summary>
public sealed record UpdateTenantCommand(Caller Caller, TenantId Tenant, string? Name, string? Domain, bool? IsActive) : ICommand<TenantView>;

internal sealed class UpdateTenantValidator : AbstractValidator<UpdateTenantCommand>
{
    public UpdateTenantValidator()
    {
        RuleFor(command => command.Name).TenantName();
        When(command => command.Domain is not null, () => RuleFor(command => command.Domain!).TenantDomain());
    }
}

internal sealed class UpdateTenantHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<UpdateTenantCommand, TenantView>
{
    public async Task<Result<TenantView>> Handle(UpdateTenantCommand command, CancellationToken cancellationToken)
    {
        if (!command.Caller.ManagesTenants) return IdentityErrors.PlatformOnly;
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Tenants.FindAsync(command.Tenant, cancellationToken) is not { } tenant) return TenantErrors.NotFound;
        if (command.Domain is { } domain && domain != tenant.Domain)
        {
            if (await work.Tenants.IsDomainTakenAsync(domain, tenant.Id, cancellationToken)) return TenantErrors.DomainTaken(domain);
            if (tenant.Move(domain).Failed(out var stays, out _)) return stays;
        }
        if (command.IsActive is { } active && tenant.SetActive(active, time.GetUtcNow()).Failed(out var error, out _)) return error;
        if (command.IsActive == false) await work.ToolSessions.ReleaseAsync(tenant.Id, time.GetUtcNow(), cancellationToken);
        if (command.Name is { } name) tenant.Rename(name);
        work.Announce(tenant.Id.Value);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.TenantUpdated, AuditResources.Tenant, tenant.Id.ToString(), null));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : tenant.To<TenantView>();
    }
}
