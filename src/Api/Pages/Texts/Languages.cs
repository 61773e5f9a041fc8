using Microsoft.Net.Http.Headers;

namespace ModuleX.Api.Pages.Texts;

/// <summary>The languages that pages speak, and which one a person reads.</summary>
internal static class Languages
{
    private static readonly PageTexts[] All = [new English(), new German()];

    /// <param name="wanted">What a link asks for; null where it leaves it to the browser.</param>
    public static PageTexts Choose(string? wanted, IEnumerable<StringWithQualityHeaderValue> accepted) =>
        Find(wanted) ?? accepted.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1).Select(one => Find(one.Value.Value))
            .FirstOrDefault(one => one is not null) ?? All[0];

    /// <summary>By the language alone: <c>de-AT</c> is read by those who read <c>de</c>.</summary>
    private static PageTexts? Find(string? tag) =>
        tag is null ? null : Array.Find(All, one => one.Language.Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
