using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>A part of a list, newest first.</summary>
/// <param name="NextCursor">Send it as <c>cursor</c> for the next page; null on the last one.</param>
internal sealed record CursorPageResponse<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>What the lists of this surface have in common on the wire.</summary>
internal static class V1Wire
{
    public static CursorPageResponse<TWire> ToWire<TView, TWire>(this CursorPage<TView> page, Func<TView, TWire> toWire) =>
        new([.. page.Items.Select(toWire)], page.Next?.ToString());
}
