using ModuleX.Application.Identity;
using ModuleX.Application.Paging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>A directory without users.</summary>
internal sealed class NobodyKnown : IUserDirectory
{
    public Task<User?> FindAsync(TenantId tenant, UserId id, CancellationToken cancellationToken) => Task.FromResult<User?>(null);

    public Task<User?> FindByEmailAsync(TenantId tenant, string email, CancellationToken cancellationToken) => Task.FromResult<User?>(null);

    public Task<Page<UserView>> ListAsync(TenantId tenant, UserFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<UserView>([], 0, page));

    public Task<IReadOnlyList<MembershipView>> ListMembershipsAsync(TenantId tenant, UserId user, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MembershipView>>([]);

    public Task<IReadOnlyList<LoginSessionView>> ListSessionsAsync(TenantId tenant, UserId user, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LoginSessionView>>([]);

    public Task<int> CountAsync(TenantId tenant, SystemRole atLeast, CancellationToken cancellationToken) => Task.FromResult(0);
}
