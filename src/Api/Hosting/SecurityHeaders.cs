namespace ModuleX.Api.Hosting;

/// <summary>What every answer says to browsers. The answers are data, so nothing in them may be run, framed or guessed at.</summary>
internal static class SecurityHeaders
{
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>The docs page runs its own scripts and styles and asks this server only.</summary>
    private const string DocsPage =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        Set(context.Response.Headers);
        if (context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase)) context.Response.Headers.ContentSecurityPolicy = DocsPage;
        return next(context);
    });

    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = NothingRuns;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
