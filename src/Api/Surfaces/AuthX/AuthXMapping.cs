using ModuleX.Api.Hosting;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What every list and every deed of document 3 has in common on the wire.</summary>
internal static class AuthXMapping
{
    private const int LargestPage = 100;
    private const int LastPage = 1_000_000;

    /// <summary>
    /// Either of the document's two ways to page: <c>page</c> and <c>size</c>, or <c>skip</c> and <c>limit</c>, which win where either is given.
    /// </summary>
    public static PageRequest PageOf(this QueryValues query, int usualSize = 20)
    {
        var (page, size) = (query.Int("page", 1, minimum: 1, maximum: LastPage), query.Int("size", usualSize, minimum: 1, maximum: LargestPage));
        var (skip, limit) = (query.OptionalInt("skip", minimum: 0), query.OptionalInt("limit", minimum: 1, maximum: LargestPage));
        return skip is null && limit is null ? PageRequest.Of(page, size) : new PageRequest(skip ?? 0, limit ?? LargestPage);
    }

    public static PageResponse<TWire> ToWire<TView, TWire>(this Page<TView> page, Func<TView, TWire> toWire) =>
        new([.. page.Items.Select(toWire)], page.Total, page.Number, page.Request.Take, page.Count);

    public static StatusResponse Done(string message) => new(message, "success");
}
