using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Identity;

/// <summary>Who people are, for what they have made and done.</summary>
internal static class UserNames
{
    public static Task<Dictionary<UserId, UserNameView>> ReadAsync(ModuleXDbContext db, IEnumerable<UserId> users, CancellationToken cancellationToken)
    {
        var ids = users.Distinct().ToList();
        return db.Users.WithDeleted().Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.Number, user.Username })
            .ToDictionaryAsync(user => user.Id, user => new UserNameView(user.Number, user.Username), cancellationToken);
    }
}
