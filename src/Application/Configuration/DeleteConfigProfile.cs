using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>Forgets a profile. What was applied of it stays in force, and the history goes on to tell its name. NotFound: there is none.</summary>
public sealed record DeleteConfigProfileCommand(Caller Caller, Guid Id) : ICommand<Done>;

internal sealed class DeleteConfigProfileHandler(IUnitsOfWork units) : ICommandHandler<DeleteConfigProfileCommand, Done>
{
    public async Task<Result<Done>> Handle(DeleteConfigProfileCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Configuration.FindProfileAsync(command.Id, cancellationToken) is not { } profile) return ConfigErrors.ProfileNotFound;
        work.Configuration.Remove(profile);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.ConfigProfileDeleted, AuditResources.ConfigProfile, profile.Id.ToString(), null));
        return await work.CommitAsync(cancellationToken);
    }
}
