using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ModuleX.Api.Tests.ConnectLinks;

/// <summary>A person's browser without scripts: cookies, an Origin with each form, and redirects inside of the server.</summary>
internal sealed class PageBrowser(Uri server) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>What forms name as where they come from; null for nothing.</summary>
    public string? Origin { get; set; } = server.OriginalString.TrimEnd('/');

    public string? Languages { get; set; }

    public Task<Page> OpenAsync(string url) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(server, url)));

    /// <summary>Sends the form of a page with its hidden fields.</summary>
    public Task<Page> SubmitAsync(Page page, params (string Name, string Value)[] fields)
    {
        var form = page.Html.Forms.Single();
        var all = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields) all[name] = value;
        return PostAsync(form.GetAttribute("action")!, all);
    }

    public Task<Page> PostAsync(string path, IReadOnlyDictionary<string, string> form) => SendAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = new FormUrlEncodedContent(form) };
        if (Origin is not null) request.Headers.Add("Origin", Origin);
        return request;
    });

    public void Dispose() => _http.Dispose();

    private async Task<Page> SendAsync(Func<HttpRequestMessage> first)
    {
        var request = first();
        for (var step = 0; step < 10; step++)
        {
            request.Headers.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
            if (Languages is not null) request.Headers.Add("Accept-Language", Languages);
            var response = await _http.SendAsync(request);
            if (response.Headers.Location is not { } location) return await Page.OfAsync(response);
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, location));
        }
        throw new InvalidOperationException("The pages lead in a circle.");
    }
}

/// <summary>A page as a browser reads it.</summary>
internal sealed record Page(int Status, IHtmlDocument Html, HttpResponseMessage Response)
{
    public string Title => Html.QuerySelector("h1")!.TextContent;

    /// <summary>What went wrong, as the page says it first.</summary>
    public string? Alert => Html.QuerySelector("[role=alert]")?.TextContent.Trim();

    /// <summary>Where the page leads to by itself; null for nowhere.</summary>
    public string? LeadsTo => Html.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content")!["0;url=".Length..];

    public static async Task<Page> OfAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()), response);

    public Page With(int status)
    {
        Status.ShouldBe(status, Html.Body!.TextContent);
        return this;
    }
}
