using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Document 1's paging: <c>page</c> from 1 on and <c>limit</c>.</summary>
internal sealed record PageParameters([Range(1, PageParameters.LastPage)] int Page = 1, [Range(1, 100)] int Limit = 10)
{
    public const int LastPage = 1_000_000;

    public PageRequest ToPage() => PageRequest.Of(Page, Limit);
}
