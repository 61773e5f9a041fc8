using ModuleX.Api.Hosting;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Document 5's paging: <c>page</c> from 1 on and <c>per_page</c>.</summary>
internal static class PlatformPaging
{
    private const int UsualSize = 20;
    private const int LargestSize = 100;

    public static PageRequest ToPage(this QueryValues query) => query.ToOptionalPage() ?? PageRequest.Of(1, UsualSize);

    /// <summary>Null where the caller asks for no page.</summary>
    public static PageRequest? ToOptionalPage(this QueryValues query)
    {
        var (page, size) = (query.OptionalInt("page", 1), query.OptionalInt("per_page", 1, LargestSize));
        return page is null && size is null ? null : PageRequest.Of(page ?? 1, size ?? UsualSize);
    }
}
