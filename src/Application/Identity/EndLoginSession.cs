using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Ends one of the caller's login sessions. NotFound: it is not the caller's, or has ended.</summary>
public sealed record EndLoginSessionCommand(Caller Caller, LoginSessionId Session) : ICommand<Done>;

internal sealed class EndLoginSessionHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<EndLoginSessionCommand, Done>
{
    public async Task<Result<Done>> Handle(EndLoginSessionCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        if (await work.Logins.FindAsync(command.Session, cancellationToken) is not { } session || session.UserId != command.Caller.User
            || !session.IsLiveAt(now))
            return IdentityErrors.SessionNotFound;
        work.End(session, LoginEndings.Deleted, now);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.SessionEnded, AuditResources.Session, session.Id.ToString(), session.OrganizationId));
        return await work.CommitAsync(cancellationToken);
    }
}
