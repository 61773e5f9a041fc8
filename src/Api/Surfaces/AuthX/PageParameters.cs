using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>
/// Either of document 3's two ways to page: <c>page</c> and <c>size</c>, or <c>skip</c> and <c>limit</c>, which win where either is given.
/// </summary>
internal sealed record PageParameters(
    [Range(1, PageParameters.LastPage)] int Page = 1,
    [Range(1, PageParameters.LargestPage)] int Size = 20,
    [Range(0, int.MaxValue)] int? Skip = null,
    [Range(1, PageParameters.LargestPage)] int? Limit = null)
{
    public const int LargestPage = 100;
    public const int LastPage = 1_000_000;

    public PageRequest ToPage() => Skip is null && Limit is null ? PageRequest.Of(Page, Size) : new PageRequest(Skip ?? 0, Limit ?? LargestPage);
}
