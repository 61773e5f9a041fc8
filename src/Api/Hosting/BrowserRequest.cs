using Microsoft.Net.Http.Headers;

namespace ModuleX.Api.Hosting;

/// <summary>Tells people before a browser from programs.</summary>
internal static class BrowserRequest
{
    /// <summary>Whether <c>Accept</c> (RFC 9110, section 12.5.1) prefers a page. A program that takes anything does not.</summary>
    public static bool WantsPage(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return QualityOf(accepted, "text/html") is > 0 and var page && page >= (QualityOf(accepted, "application/json") ?? 0);
    }

    private static double? QualityOf(IList<MediaTypeHeaderValue> accepted, string type)
    {
        foreach (var one in accepted)
        {
            if (one.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)) return one.Quality ?? 1;
        }
        return null;
    }
}
