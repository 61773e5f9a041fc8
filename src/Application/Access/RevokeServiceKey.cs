using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>Ends a service key of an organization that the caller administers, within a second and on every node. Ending it twice changes nothing.</summary>
public sealed record RevokeServiceKeyCommand(Caller Caller, OrganizationId Organization, ApiKeyId Key) : ICommand<Done>;

internal sealed class RevokeServiceKeyHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<RevokeServiceKeyCommand, Done>
{
    public async Task<Result<Done>> Handle(RevokeServiceKeyCommand command, CancellationToken cancellationToken)
    {
        var (caller, organization) = (command.Caller, command.Organization);
        if (caller.RefusalFor(organization) is { } refusal) return refusal;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.ApiKeys.FindAsync(organization, command.Key, cancellationToken) is not { } key)
            return ApiKeyErrors.NotFound(command.Key.ToString());
        if (key.RevokedAt is not null) return Done.Result;
        key.Revoke(time.GetUtcNow());
        work.Record(new AuditEvent(caller.Actor, AuditActions.ServiceKeyRevoked, AuditResources.ServiceKey, key.Id.ToString(), organization));
        return await work.CommitAsync(cancellationToken);
    }
}
