using System.Text.Json.Serialization;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>A problem as RFC 9457 writes it. Its type is <c>about:blank</c>: <c>code</c> tells one from another.</summary>
/// <param name="Title">The HTTP status in words.</param>
/// <param name="Status">The HTTP status once more.</param>
/// <param name="Detail">What went wrong, for people.</param>
/// <param name="Code">The same for programs: stable, in snake_case.</param>
/// <param name="Errors">Each problem of the input; absent where there are none.</param>
/// <param name="Details">Facts for programs, such as the status that a tool answered, or a URL to connect; absent where there are none.</param>
internal sealed record ProblemResponse(
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<InputProblem>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Details);

/// <summary>One problem of an input.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
/// <param name="Detail">What is wrong there.</param>
internal sealed record InputProblem(string Pointer, string Detail);

/// <summary>A part of a list, newest first.</summary>
/// <param name="NextCursor">Send it as <c>cursor</c> for the next page; null on the last one.</param>
internal sealed record CursorPageResponse<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>What the lists of this surface have in common on the wire.</summary>
internal static class V1Wire
{
    public static CursorPageResponse<TWire> ToWire<TView, TWire>(this CursorPage<TView> page, Func<TView, TWire> toWire) =>
        new([.. page.Items.Select(toWire)], page.Next?.ToString());
}
