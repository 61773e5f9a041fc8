using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>What every list does.</summary>
internal static class ListQueries
{
    /// <summary>One page of rows that are in an order already, in which each has its place, and how many there are in all.</summary>
    public static async Task<Page<TView>> ToPageAsync<TRow, TView>(
        this IQueryable<TRow> rows, PageRequest page, Func<TRow, TView> toView, CancellationToken cancellationToken)
    {
        if (page.Skip > 0) return await ToLaterPageAsync(rows, page, toView, cancellationToken);
        var items = await rows.Take(page.Take).ToListAsync(cancellationToken);
        // A page that is not full has told how many there are; to count what a search finds is to look through everything once more.
        var total = items.Count < page.Take ? items.Count : await rows.CountAsync(cancellationToken);
        return new Page<TView>([.. items.Select(toView)], total, page);
    }

    /// <summary>Databases walk over what is left out. From the nearer end the last page costs what the first does.</summary>
    private static async Task<Page<TView>> ToLaterPageAsync<TRow, TView>(
        IQueryable<TRow> rows, PageRequest page, Func<TRow, TView> toView, CancellationToken cancellationToken)
    {
        var total = await rows.CountAsync(cancellationToken);
        if (page.Skip >= total) return new Page<TView>([], total, page);
        var take = Math.Min(page.Take, total - page.Skip);
        var after = total - page.Skip - take;
        var isNearEnd = after < page.Skip;
        var items = await (isNearEnd ? rows.Reverse().Skip(after) : rows.Skip(page.Skip)).Take(take).ToListAsync(cancellationToken);
        if (isNearEnd) items.Reverse();
        return new Page<TView>([.. items.Select(toView)], total, page);
    }

    public static IQueryable<User> Matching(this IQueryable<User> users, UserFilter filter)
    {
        if (filter.Only is { } only) users = users.Where(user => user.Id == only);
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
