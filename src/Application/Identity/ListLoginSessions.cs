using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>The caller's login sessions that last, the last used first.</summary>
public sealed record ListLoginSessionsQuery(Caller Caller) : IQuery<IReadOnlyList<LoginSessionView>>;

internal sealed class ListLoginSessionsHandler(IUserDirectory users, TimeProvider time) : IQueryHandler<ListLoginSessionsQuery, IReadOnlyList<LoginSessionView>>
{
    public async Task<Result<IReadOnlyList<LoginSessionView>>> Handle(ListLoginSessionsQuery query, CancellationToken cancellationToken) =>
        (await users.ListSessionsAsync(query.Caller.Tenant, query.Caller.User, time.GetUtcNow(), cancellationToken)).ToList();
}
