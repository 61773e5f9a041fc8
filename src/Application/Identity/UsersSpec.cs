using Ardalis.Specification;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Identity;

/// <summary>Which users; null does not matter.</summary>
/// <param name="Home">The home organization.</param>
/// <param name="Search">A part of the e-mail address, username or names, without regard to case.</param>
/// <param name="Only">This one alone.</param>
public sealed record UserFilter(OrganizationId? Home = null, string? Search = null, bool? IsActive = null, UserId? Only = null);

/// <summary>Users, in no order.</summary>
public class MatchingUsersSpec : Specification<User>
{
    public MatchingUsersSpec(UserFilter filter)
    {
        if (filter.Only is { } only) Query.Where(user => user.Id == only);
        if (filter.Home is { } home) Query.Where(user => user.OrganizationId == home);
        if (filter.IsActive is { } active) Query.Where(user => user.IsActive == active);
        if (NameKey.Of(filter.Search ?? "") is { Length: > 0 } key) Query.Where(user => user.SearchText.Contains(key));
    }
}

/// <summary>Users, newest first.</summary>
public sealed class UsersSpec : MatchingUsersSpec
{
    public UsersSpec(UserFilter filter)
        : base(filter) => Query.OrderByDescending(user => user.CreatedAt).ThenByDescending(user => user.Id);
}

internal sealed class UserByIdSpec : Specification<User>
{
    public UserByIdSpec(UserId id) => Query.Where(user => user.Id == id);
}

internal sealed class UserByNumberSpec : Specification<User>
{
    /// <param name="number">See <see cref="User.Number"/>.</param>
    public UserByNumberSpec(long number) => Query.Where(user => user.Number == number);
}

/// <summary>Active users with at least a system role.</summary>
public sealed class ActiveUsersOfRoleSpec : Specification<User>
{
    public ActiveUsersOfRoleSpec(SystemRole atLeast) => Query.Where(user => user.IsActive && user.Role >= atLeast);
}
