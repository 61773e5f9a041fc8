using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What every list and every deed of document 3 has in common on the wire.</summary>
internal static class AuthXMapping
{
    public static PageResponse<TWire> ToWire<TView, TWire>(this Page<TView> page, Func<TView, TWire> toWire) =>
        new([.. page.Items.Select(toWire)], page.Total, page.Number, page.Request.Take, page.Count);

    public static StatusResponse Done(string message) => new(message, "success");
}
