using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using ModuleX.Api.Pages.Texts;
using ModuleX.Api.Pages.Views;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Records;

namespace ModuleX.Api.Pages;

/// <summary>A request of a browser for a page: who sits before it, which language they read, and how it is answered.</summary>
internal sealed class PageOfRequest(HttpContext context)
{
    private const string SessionCookie = "session";
    private const string BrowserCookie = "browser";

    private readonly PageSecurity _security = context.RequestServices.GetRequiredService<PageSecurity>();

    /// <summary>The browser's own choice until a link or a form says otherwise.</summary>
    public PageTexts Texts { get; private set; } = Languages.Choose(null, context.Request.GetTypedHeaders().AcceptLanguage);

    public HttpRequest Request => context.Request;

    /// <summary>What tells this browser from others; null where it was never told.</summary>
    public string? Browser => context.Request.Cookies[_security.CookieName(BrowserCookie)];

    public static ValueTask<PageOfRequest?> BindAsync(HttpContext context) => new(new PageOfRequest(context));

    /// <param name="wanted">Null to leave it to the browser.</param>
    public void Speak(string? wanted) => Texts = Languages.Choose(wanted, context.Request.GetTypedHeaders().AcceptLanguage);

    /// <summary>A new secret of this browser. Not before a person pressed a button: what opens links in mail takes cookies, too.</summary>
    public static string NewBrowser() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lasts until the browser is closed; each link says for itself how long it counts.</summary>
    public void Remember(string browser) => context.Response.Cookies.Append(_security.CookieName(BrowserCookie), browser, _security.Cookie());

    /// <summary>The person who is signed in to the pages; null if there is none.</summary>
    public async Task<Caller?> FindCallerAsync()
    {
        if (context.Request.Cookies[_security.CookieName(SessionCookie)] is not { Length: > 0 } token) return null;
        var services = context.RequestServices;
        var found = await services.GetRequiredService<IAccessTokens>().FindAsync(token, context.RequestAborted);
        if (found.Failed(out _, out var authority)) return null;
        services.GetRequiredService<IUsageRecorder>().UserActive(authority.User, authority.Session);
        return new Caller(authority, Hosting.ClientOfRequest.Of(context));
    }

    /// <summary>Keeps the person signed in for as long as the access token lasts; its end, and that of the login session, ends this, too.</summary>
    public void SignIn(SignInView signIn) =>
        context.Response.Cookies.Append(_security.CookieName(SessionCookie), signIn.AccessToken, _security.Cookie(signIn.ExpiresIn));

    /// <summary>The token of the login session that ends; null for none.</summary>
    public string? SignOut()
    {
        var name = _security.CookieName(SessionCookie);
        context.Response.Cookies.Delete(name, _security.Cookie());
        return context.Request.Cookies[name];
    }

    public IResult Show(PageMessage message, int status = StatusCodes.Status200OK) => Show<Message>(status, (nameof(Message.Of), message));

    public IResult Show(int status, FormPage form) => Show<Form>(status, (nameof(Form.Of), form));

    public IResult Show<TComponent>(int status, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PageSecurity.Policy;
        // Under no-referrer browsers send "Origin: null" with forms; other sites still learn nothing.
        headers["Referrer-Policy"] = "same-origin";
        headers.Vary = "Accept-Language, Cookie";
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;
        headers.CacheControl = "no-store";
        var all = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        all[nameof(Message.Frame)] = new PageFrame(Texts, token);
        return new RazorComponentResult<TComponent>(all) { StatusCode = status, PreventStreamingRendering = true };
    }
}
