using ModuleX.Infrastructure.Settings;

namespace ModuleX.Api.Hosting;

/// <summary>Pages of other origins that may call this server: the section <c>Cors</c>. Closed unless an origin is named.</summary>
internal sealed class CrossOriginOptions
{
    public const string Section = "Cors";

    /// <summary>How long a browser may remember what it was allowed.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    /// <summary>What clients send beside what every page may.</summary>
    private static readonly string[] RequestHeaders =
        ["Authorization", "Content-Type", "Idempotency-Key", "X-API-Key", "X-Organization-ID", "X-Tenant-Domain", "traceparent", "tracestate"];

    /// <summary>What a page may read beside what every page may.</summary>
    private static readonly string[] AnswerHeaders =
        ["Content-Disposition", "Retry-After", "WWW-Authenticate", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

    /// <summary>As in <c>https://app.example.com</c>.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    public static void AddTo(IServiceCollection services)
    {
        services.AddSettings<CrossOriginOptions>(CrossOriginOptions.Section)
            .Validate(
                options => options.AllowedOrigins.All(origin => WebOrigin.Of(origin) == origin),
                "Cors:AllowedOrigins must be origins such as https://app.example.com: scheme, host and port, and nothing behind them")
            .ValidateOnStart();
        services.AddCors();
    }

    /// <summary>
    /// Answers browsers' questions before a request (Fetch standard, 3.3), and says who may read an answer. Cookies are for this server's own pages: none are
    /// allowed.
    /// </summary>
    public static void Use(WebApplication app)
    {
        var origins = app.Configuration.GetSection(Section).Get<CrossOriginOptions>()?.AllowedOrigins ?? [];
        if (origins.Count == 0) return;
        app.UseCors(policy => policy
            .WithOrigins([.. origins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete)
            .WithHeaders(RequestHeaders)
            .WithExposedHeaders(AnswerHeaders)
            .SetPreflightMaxAge(Remembered));
    }
}
