using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Document 5's paging: <c>page</c> from 1 on and <c>per_page</c>.</summary>
internal sealed record PageParameters([Range(1, int.MaxValue)] int? Page, [Range(1, 100)] int? PerPage) : QueryParameters<PageParameters>
{
    private const int UsualSize = 20;

    public PageRequest ToPage() => ToOptionalPage() ?? PageRequest.Of(1, UsualSize);

    /// <summary>Null where the caller asks for no page.</summary>
    public PageRequest? ToOptionalPage() => Page is null && PerPage is null ? null : PageRequest.Of(Page ?? 1, PerPage ?? UsualSize);
}
