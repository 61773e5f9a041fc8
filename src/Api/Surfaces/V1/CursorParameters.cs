using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Which part of a list.</summary>
/// <param name="Cursor">The <c>next_cursor</c> of the page before; without it the list begins with its newest item.</param>
/// <param name="Limit">How many items at the most.</param>
internal sealed record CursorParameters(
    [MaxLength(64)] string? Cursor = null, [Range(1, CursorParameters.LargestPage)] int Limit = CursorParameters.UsualPage)
{
    public const int LargestPage = 100;
    public const int UsualPage = 20;

    /// <exception cref="InvalidRequestException">The cursor is none of this server.</exception>
    public CursorRequest ToRequest()
    {
        if (Cursor is null) return new CursorRequest(null, Limit);
        return Application.Paging.Cursor.Find(Cursor) is { } after ? new CursorRequest(after, Limit)
            : throw new InvalidRequestException(RequestErrors.Invalid(
                "cursor is not one that a page gave", new Problem("/cursor", "is not one that a page gave") { Source = ProblemSource.Query }));
    }
}
