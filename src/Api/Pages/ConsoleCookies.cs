using Microsoft.Extensions.Options;
using ModuleX.Application.Identity;

namespace ModuleX.Api.Pages;

/// <summary>
/// The login session that a browser keeps for the console: two cookies that no script reads and no other site's page sends (RFC 6265bis, section 5.8.7).
/// </summary>
internal sealed class ConsoleCookies(PageSecurity security, IOptions<LoginOptions> options)
{
    /// <summary>Must stand in every request that counts on the cookies: forms can't send it, and pages of other origins may not.</summary>
    public const string Header = "X-ModuleX-Console";

    private const char Remembered = '1';
    private const char Forgotten = '0';

    private readonly string _access = security.CookieName("console");
    private readonly string _renewal = security.CookieName("console-renewal");

    public string? AccessTokenIn(HttpRequest request) => request.Cookies[_access];

    /// <summary>The refresh token, and whether the person is to stay signed in after the browser was closed; null for none.</summary>
    public (string RefreshToken, bool IsRemembered)? FindRenewal(HttpRequest request) =>
        request.Cookies[_renewal] is [Forgotten or Remembered, _, ..] kept ? (kept[1..], kept[0] == Remembered) : null;

    public void Keep(HttpResponse response, SignInView signIn, bool isRemembered)
    {
        response.Cookies.Append(_access, signIn.AccessToken, security.Cookie(signIn.ExpiresIn, SameSiteMode.Strict));
        TimeSpan? lifetime = isRemembered ? options.Value.RememberedRefreshLifetime : null;
        response.Cookies.Append(_renewal, (isRemembered ? Remembered : Forgotten) + signIn.RefreshToken, security.Cookie(lifetime, SameSiteMode.Strict));
    }

    public void Forget(HttpResponse response)
    {
        foreach (var name in new[] { _access, _renewal }) response.Cookies.Delete(name, security.Cookie(sameSite: SameSiteMode.Strict));
    }

    /// <summary>Whether a request is the console's: its header, and where the browser tells an origin, this server's.</summary>
    public bool IsOwn(HttpRequest request) => request.Headers.ContainsKey(Header) && (request.Headers.Origin.Count == 0 || security.IsOwn(request));
}
