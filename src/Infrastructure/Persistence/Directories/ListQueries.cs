using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Paging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Persistence.Directories;

/// <summary>What every list does.</summary>
internal static class ListQueries
{
    /// <summary>One page of rows that are in an order already, and how many there are in all.</summary>
    public static async Task<Page<TView>> ToPageAsync<TRow, TView>(
        this IQueryable<TRow> rows, PageRequest page, Func<TRow, TView> toView, CancellationToken cancellationToken)
    {
        var total = await rows.CountAsync(cancellationToken);
        // Nothing is read where the count has told that there is nothing.
        var items = page.Skip >= total ? [] : await rows.Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return new Page<TView>([.. items.Select(toView)], total, page);
    }

    public static IQueryable<User> Matching(this IQueryable<User> users, UserFilter filter)
    {
        if (filter.Home is { } home) users = users.Where(user => user.OrganizationId == home);
        if (filter.IsActive is { } active) users = users.Where(user => user.IsActive == active);
        return filter.Search is { } search ? users.Containing(search) : users;
    }

    /// <summary>Users that have the text in their e-mail address, username or names.</summary>
    public static IQueryable<User> Containing(this IQueryable<User> users, string search)
    {
        var key = NameKey.Of(search);
        return key.Length == 0 ? users : users.Where(user => user.SearchText.Contains(key));
    }
}
