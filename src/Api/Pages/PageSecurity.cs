using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;
using ModuleX.Application.ToolSessions;

namespace ModuleX.Api.Pages;

/// <summary>How this server is reached by browsers, and so how its cookies and forms are guarded.</summary>
internal sealed class PageSecurity(IOptions<ConnectionOptions> connections, IHostEnvironment environment)
{
    /// <summary>
    /// Scripts don't run, forms go home, nothing is framed. A form that leads on to another site answers with a page of ours that goes there: browsers hold
    /// <c>form-action</c> against every redirect behind a form, and where a service redirects to is not known here.
    /// </summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly string? _origin = WebOrigin.Of(connections.Value.PublicUrl);

    public bool IsHttps { get; } = connections.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether passwords and credentials can be entered: over https, or on a developer's machine.</summary>
    public bool IsSafe => IsHttps || environment.IsDevelopment();

    /// <summary>The full name of a cookie. A prefixed one can't be set by a neighbour's subdomain (RFC 6265bis, section 4.1.3.2).</summary>
    public string CookieName(string name) => IsHttps ? $"__Host-modulex-{name}" : $"modulex-{name}";

    /// <summary>Lax: Strict is not sent on the way back from a service.</summary>
    /// <param name="lifetime">Null to last until the browser is closed.</param>
    public CookieOptions Cookie(TimeSpan? lifetime = null, SameSiteMode sameSite = SameSiteMode.Lax) =>
        new() { HttpOnly = true, Secure = IsHttps, SameSite = sameSite, Path = "/", IsEssential = true, MaxAge = lifetime };

    /// <summary>
    /// Whether a form was sent from a page of this server. Browsers name the origin of each POST. A developer may reach the server by another name than
    /// <c>PublicUrl</c>'s.
    /// </summary>
    public bool IsOwn(HttpRequest request) => request.Headers.Origin is [{ } origin]
        && (origin == _origin || (environment.IsDevelopment() && origin == $"{request.Scheme}://{request.Host}"));
}
