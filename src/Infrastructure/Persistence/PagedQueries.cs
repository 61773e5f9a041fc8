using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Paging;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>One page of a list.</summary>
internal static class PagedQueries
{
    /// <summary>One page of rows that are in an order already, in which each has its place, and how many there are in all.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> rows, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.Skip > 0) return await ToLaterPageAsync(rows, page, cancellationToken);
        var items = await rows.Take(page.Take).ToListAsync(cancellationToken);
        // A page that is not full has told how many there are; to count what a search finds is to look through everything once more.
        var total = items.Count < page.Take ? items.Count : await rows.CountAsync(cancellationToken);
        return new Page<T>(items, total, page);
    }

    /// <summary>Databases walk over what is left out. From the nearer end the last page costs what the first does.</summary>
    private static async Task<Page<T>> ToLaterPageAsync<T>(IQueryable<T> rows, PageRequest page, CancellationToken cancellationToken)
    {
        var total = await rows.CountAsync(cancellationToken);
        if (page.Skip >= total) return new Page<T>([], total, page);
        var take = Math.Min(page.Take, total - page.Skip);
        var after = total - page.Skip - take;
        var isNearEnd = after < page.Skip;
        var items = await (isNearEnd ? rows.Reverse().Skip(after) : rows.Skip(page.Skip)).Take(take).ToListAsync(cancellationToken);
        if (isNearEnd) items.Reverse();
        return new Page<T>(items, total, page);
    }
}
