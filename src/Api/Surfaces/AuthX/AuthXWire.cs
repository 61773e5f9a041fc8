using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>A part of a list.</summary>
/// <param name="Total">How many there are in the whole list.</param>
/// <param name="Page">Which page this is, from 1 on.</param>
/// <param name="Size">How many items a page has at the most.</param>
/// <param name="Pages">How many pages there are.</param>
internal sealed record PageResponse<T>(IReadOnlyList<T> Items, int Total, int Page, int Size, int Pages);

/// <summary>Something that was done and has nothing to show.</summary>
/// <param name="Message">For people.</param>
/// <param name="Status">success.</param>
internal sealed record StatusResponse(string Message, [property: AllowedValues("success")] string Status);

/// <summary>What every list and every deed of document 3 has in common on the wire.</summary>
internal static class AuthXWire
{
    public const string TokenType = "bearer";

    public static PageResponse<TWire> ToWire<TView, TWire>(this Page<TView> page, Func<TView, TWire> toWire) =>
        new([.. page.Items.Select(toWire)], page.Total, page.Number, page.Request.Take, page.Count);

    public static StatusResponse Done(string message) => new(message, "success");
}
