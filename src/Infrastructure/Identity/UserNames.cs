using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Identity;

internal sealed class UserNames(IDbContextFactory<ModuleXDbContext> contexts) : IUserNames
{
    public async Task<IReadOnlyDictionary<UserId, UserNameView>> ListAsync(
        TenantId tenant, IEnumerable<UserId> users, CancellationToken cancellationToken)
    {
        var ids = users.Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<UserId, UserNameView>();
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Users.WithDeleted().Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.Number, user.Username })
            .ToDictionaryAsync(user => user.Id, user => new UserNameView(user.Number, user.Username), cancellationToken);
    }
}
