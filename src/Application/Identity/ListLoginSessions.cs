using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>The caller's login sessions that last, the last used first.</summary>
public sealed record ListLoginSessionsQuery(Caller Caller) : IQuery<IReadOnlyList<LoginSessionView>>;

internal sealed class ListLoginSessionsHandler(IReader<LoginSession> sessions, ILoginSessionLimits limits, TimeProvider time)
    : IQueryHandler<ListLoginSessionsQuery, IReadOnlyList<LoginSessionView>>
{
    public async Task<Result<IReadOnlyList<LoginSessionView>>> Handle(ListLoginSessionsQuery query, CancellationToken cancellationToken)
    {
        var (caller, now) = (query.Caller, time.GetUtcNow());
        var limit = await limits.FindIdleLimitAsync(caller.Tenant, cancellationToken);
        // The one of this request is in use, whatever was written of it so far.
        return (await sessions.ListAsync<LoginSessionView>(caller.Tenant, new LiveLoginSessionsSpec(caller.User, now), cancellationToken))
            .Where(session => limit is not { } longest || now - session.LastActivityAt <= longest || session.Id == caller.Authority.Session)
            .ToList();
    }
}
