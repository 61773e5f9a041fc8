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
/// Deletes a tenant for good: all access ends, and its data keys are gone, so that no secret of it can be opened again; its connections are
/// wiped, not revoked. Its other rows stay, for its history; its domain is free. NotFound: there is none. Forbidden: the caller manages no tenants.
/// Conflict: it is the default one.
/// </summary>
public sealed record DeleteTenantCommand(Caller Caller, TenantId Tenant) : ICommand<Done>;

internal sealed class DeleteTenantHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<DeleteTenantCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteTenantCommand command, CancellationToken cancellationToken)
    {
        if (!command.Caller.ManagesTenants) return IdentityErrors.PlatformOnly;
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Tenants.FindAsync(command.Tenant, cancellationToken) is not { } tenant) return TenantErrors.NotFound;
        if (tenant.Delete(time.GetUtcNow()).Failed(out var error, out _)) return error;
        await work.ToolSessions.WipeAsync(tenant.Id, cancellationToken);
        await work.Tenants.DeleteKeysAsync(tenant.Id, cancellationToken);
        work.Announce(tenant.Id.Value);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.TenantDeleted, AuditResources.Tenant, tenant.Id.ToString(), null));
        return await work.CommitAsync(cancellationToken);
    }
}
