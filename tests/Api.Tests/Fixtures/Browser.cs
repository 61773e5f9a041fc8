using System.Net;
using System.Text.RegularExpressions;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>A person's browser: keeps cookies, follows redirects, fills in the authorization server's pages.</summary>
internal sealed partial class Browser : IDisposable
{
    private const int MaximumSteps = 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>Signs in and agrees. Gives the address that the server sends the browser back to, not visited yet.</summary>
    public Task<Uri> AuthorizeAsync(string authorizeUrl) => WalkAsync(authorizeUrl, (page, html) => SubmitAsync(page, html));

    /// <summary>Signs in, and presses "Cancel" when asked for consent.</summary>
    public Task<Uri> DenyAsync(string authorizeUrl) => WalkAsync(authorizeUrl, (page, html) =>
        PromptOf(html) == "login" ? SubmitAsync(page, html) : _http.GetAsync(new Uri(page, WebUtility.HtmlDecode(CancelLink().Match(html).Groups[1].Value))));

    /// <summary>Visits an address, such as the callback, as it is.</summary>
    public Task<HttpResponseMessage> VisitAsync(Uri url) => _http.GetAsync(url);

    public void Dispose() => _http.Dispose();

    private async Task<Uri> WalkAsync(string authorizeUrl, Func<Uri, string, Task<HttpResponseMessage>> act)
    {
        var start = new Uri(authorizeUrl);
        var response = await _http.GetAsync(start);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var page = response.RequestMessage!.RequestUri!;
            if (response.Headers.Location is { } location)
            {
                var next = new Uri(page, location);
                // Back at the client: whether to go there is the test's affair.
                if (next.Authority != start.Authority) return next;
                response = await _http.GetAsync(next);
                continue;
            }
            var html = await response.Content.ReadAsStringAsync();
            response.StatusCode.ShouldBe(HttpStatusCode.OK, html);
            response = await act(page, html);
        }
        throw new InvalidOperationException($"The authorization server did not send the browser back within {MaximumSteps} steps.");
    }

    private Task<HttpResponseMessage> SubmitAsync(Uri page, string html)
    {
        var form = new Dictionary<string, string> { ["prompt"] = PromptOf(html) };
        if (form["prompt"] == "login") (form["login"], form["password"]) = ("octocat", "any");
        return _http.PostAsync(new Uri(page, WebUtility.HtmlDecode(FormAction().Match(html).Groups[1].Value)), new FormUrlEncodedContent(form));
    }

    private static string PromptOf(string html) => Prompt().Match(html) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException("The page of the authorization server has no form that the browser knows.");

    [GeneratedRegex("<form[^>]* action=\"([^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FormAction();

    [GeneratedRegex("name=\"prompt\" value=\"([a-z]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Prompt();

    [GeneratedRegex("<a href=\"([^\"]+/abort)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CancelLink();
}
