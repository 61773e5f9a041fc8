using Ardalis.Specification;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>
/// Users whom a typed name may mean. Keys were once made otherwise, so both are looked for, and the older one wins: its user was there before.
/// </summary>
internal sealed class UserByNameSpec : Specification<User>
{
    public UserByNameSpec(string name, bool isEmailOnly)
    {
        var (key, older) = (NameKey.Of(name), NameKey.OfOlder(name));
        if (isEmailOnly) Query.Where(user => user.EmailKey == key || user.EmailKey == older);
        else Query.Where(user => user.EmailKey == key || user.EmailKey == older || user.UsernameKey == key || user.UsernameKey == older);
    }
}

/// <summary>Finding a user by what people type.</summary>
public static class UserLookup
{
    public static async Task<User?> FindByEmailAsync(this IReader<User> users, TenantId tenant, string email, CancellationToken cancellationToken)
    {
        var older = NameKey.OfOlder(email);
        return (await users.ListAsync(tenant, new UserByNameSpec(email, isEmailOnly: true), cancellationToken)).MaxBy(user => user.EmailKey == older);
    }

    /// <summary>Who signs in by this: whose e-mail address it is, or else whose username.</summary>
    public static async Task<User?> FindByLoginNameAsync(this IReader<User> users, TenantId tenant, string name, CancellationToken cancellationToken)
    {
        var (key, older) = (NameKey.Of(name), NameKey.OfOlder(name));
        // A username from before @ was refused in them gets no login of another user's e-mail address.
        return (await users.ListAsync(tenant, new UserByNameSpec(name, isEmailOnly: false), cancellationToken))
            .MaxBy(user => (user.EmailKey == older || user.EmailKey == key, user.EmailKey == older || user.UsernameKey == older));
    }
}
