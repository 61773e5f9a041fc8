using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Changing what an account is: its address, its password, its role. Judged before the unit of work begins, since a hash takes its time.</summary>
internal sealed class NewAccount(IReader<User> users, NewPassword newPassword)
{
    /// <summary>Forbidden: the caller is no admin of the tenant, or gives more than it has. Invalid: the password falls short.</summary>
    public async Task<Result<PreparedAccount>> PrepareAsync(UpdateUserCommand command, CancellationToken cancellationToken)
    {
        var (caller, change) = (command.Caller, command.Account);
        if (change.IsNothing) return new PreparedAccount(null, null, null);
        if (!caller.IsSystemAdmin) return IdentityErrors.RoleTooLow("Admin");
        if (change.Role > caller.Authority.Role) return IdentityErrors.RoleBeyondOwn;
        if (change.Password is not { } password) return new PreparedAccount(change.Email, null, change.Role);
        if (await users.FindAsync(caller.Tenant, new UserByIdSpec(command.User), cancellationToken) is not { } user) return IdentityErrors.UserNotFound;
        // No caller learns about a password's hash, or has one computed, for a user above it.
        if (user.Role > caller.Authority.Role) return IdentityErrors.RoleBeyondOwn;
        string[] names = [user.Email, user.Username, change.Email ?? "", command.Username ?? ""];
        var hashing = await newPassword.HashAsync(caller.Tenant, password, "password", names, cancellationToken);
        return hashing.Failed(out var error, out var hash) ? error : new PreparedAccount(change.Email, hash, change.Role);
    }
}

/// <summary>A change of an account that the caller may make.</summary>
internal sealed record PreparedAccount(string? Email, string? PasswordHash, SystemRole? Role)
{
    /// <summary>Conflict: the last super admin would be less, or an organization's last owner a viewer.</summary>
    public async Task<Result<Done>> ApplyAsync(IUnitOfWork work, User user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Role is { } role && (await SetRoleAsync(work, user, role, now, cancellationToken)).Failed(out var error, out _)) return error;
        if (Email is { } email) user.SetEmail(email, now);
        if (PasswordHash is not { } hash) return Done.Result;
        user.SetPassword(hash, now);
        await work.EndAllAsync(user.Id, LoginEndings.PasswordChanged, now, cancellationToken);
        return Done.Result;
    }

    public override string ToString() => nameof(PreparedAccount);

    private static async Task<Result<Done>> SetRoleAsync(IUnitOfWork work, User user, SystemRole role, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (user.IsActive && user.Role == SystemRole.SuperAdmin && role < SystemRole.SuperAdmin
            && await work.Users.CountSuperAdminsAsync(cancellationToken) <= 1) return IdentityErrors.LastSuperAdmin;
        if (role == SystemRole.Viewer && user.CanChange && await work.IsLastOwnerAsync(user, cancellationToken)) return OrganizationErrors.LastOwner;
        user.SetRole(role, now);
        return Done.Result;
    }
}
