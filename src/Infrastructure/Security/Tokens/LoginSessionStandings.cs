using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.Tokens;

internal sealed class LoginSessionStandings(AuthorityReader reader, AccessNotices notices) : ILoginSessionStandings
{
    /// <summary>When a session was last used is written every few seconds; one that seems to be left alone must not be ended before that was done.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public async Task<LoginSessionStanding?> FindAsync(TenantId tenant, LoginSessionId session, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(tenant, session, cancellationToken) is not { } live) return null;
        var idleAt = live.IdleLimit is { } limit ? live.LastActivityAt + limit + Grace : live.EndsAt;
        return new(live.Authority, idleAt < live.EndsAt ? idleAt : live.EndsAt);
    }

    public Task EndIdleAsync(TenantId tenant, IReadOnlyCollection<UserId> users, CancellationToken cancellationToken) =>
        reader.EndIdleAsync(tenant, users, cancellationToken);

    public void Listen(Action<Guid?> changed) => notices.Listen(subject => changed(subject), () => changed(null));
}
