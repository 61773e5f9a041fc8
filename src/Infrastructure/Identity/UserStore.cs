using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Identity;

internal sealed class UserStore(ModuleXDbContext db) : IUserStore
{
    public Task<User?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        db.Users.AsTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);

    public Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(email);
        return db.Users.AsTracking().SingleOrDefaultAsync(user => user.EmailKey == key, cancellationToken);
    }

    public async Task<Result<Done>> CheckNamesAsync(string? email, string? username, UserId? except, CancellationToken cancellationToken)
    {
        var others = except is { } own ? db.Users.Where(user => user.Id != own) : db.Users;
        if (email is not null)
        {
            var key = NameKey.Of(email);
            if (await others.AnyAsync(user => user.EmailKey == key, cancellationToken)) return IdentityErrors.EmailTaken;
        }
        if (username is not null)
        {
            var key = NameKey.Of(username);
            if (await others.AnyAsync(user => user.UsernameKey == key, cancellationToken)) return IdentityErrors.UsernameTaken;
        }
        return Done.Result;
    }

    public void Add(User user) => db.Users.Add(user);

    public async Task<int> CountSuperAdminsAsync(CancellationToken cancellationToken)
    {
        var admins = db.Users.Where(user => user.Role == SystemRole.SuperAdmin && user.IsActive);
        // Writes nothing new, but locks the rows: of two super admins who deactivate each other at once, the second one counts again.
        await admins.ExecuteUpdateAsync(row => row.SetProperty(user => user.TotalLogins, user => user.TotalLogins), cancellationToken);
        return await admins.CountAsync(cancellationToken);
    }

    // Writes nothing new, but locks the row.
    public Task HoldAsync(UserId id, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(row => row.SetProperty(user => user.TotalLogins, user => user.TotalLogins), cancellationToken);

    public Task RecordLoginAsync(UserId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(user => user.LastLoginAt, now).SetProperty(user => user.LastActiveAt, now)
                .SetProperty(user => user.TotalLogins, user => user.TotalLogins + 1),
            cancellationToken);

    public Task OfferBootstrapAsync(string hash, CancellationToken cancellationToken) =>
        db.Tenants.Where(tenant => tenant.Id == db.Tenant).ExecuteUpdateAsync(row => row.SetProperty(tenant => tenant.BootstrapHash, hash), cancellationToken);

    public async Task<bool> TryUseBootstrapAsync(string hash, CancellationToken cancellationToken) =>
        await db.Tenants.Where(tenant => tenant.Id == db.Tenant && tenant.BootstrapHash == hash)
            .ExecuteUpdateAsync(row => row.SetProperty(tenant => tenant.BootstrapHash, (string?)null), cancellationToken) == 1;
}
