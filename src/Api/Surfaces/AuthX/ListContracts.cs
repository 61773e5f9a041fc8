using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>A part of a list.</summary>
/// <param name="Total">How many there are in the whole list.</param>
/// <param name="Page">Which page this is, from 1 on.</param>
/// <param name="Size">How many items a page has at the most.</param>
/// <param name="Pages">How many pages there are.</param>
internal sealed record PageResponse<T>(
    [property: JsonPropertyName("items")] IReadOnlyList<T> Items,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("page")] int Page,
    [property: JsonPropertyName("size")] int Size,
    [property: JsonPropertyName("pages")] int Pages);

/// <summary>Something that was done and has nothing to show.</summary>
/// <param name="Message">For people.</param>
/// <param name="Status">success.</param>
internal sealed record StatusResponse(
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("status"), AllowedValues("success")] string Status);
