using ModuleX.Api.Hosting;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Pages;

/// <summary>The pages of connect links. Opening one changes nothing; its buttons are forms.</summary>
internal static class ConnectEndpoints
{
    public const string ValuePrefix = "value.";

    /// <summary>What is answered by the page that tells where the link stands.</summary>
    private static readonly string[] OfLink =
        [ConnectLinkErrors.ExpiredCode, ConnectLinkErrors.UsedCode, ConnectLinkErrors.OtherBrowserCode, ConnectLinkErrors.OtherPersonCode,
            ConnectLinkErrors.SignInCode, ConnectLinkErrors.NotBoundCode, ConnectLinkErrors.NotFound.Code];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/connect/{token}", Open);
        pages.MapPost("/connect/{token}", Bind);
        pages.MapPost("/connect/{token}/tool", Connect);
    }

    public static string AddressOf(string token) => $"/connect/{Uri.EscapeDataString(token)}";

    private static async Task<IResult> Open(
        string token, string? tool, string? way, PageOfRequest page, IUseCases useCases, CancellationToken cancellationToken)
    {
        if ((await FindAsync(token, page, useCases, cancellationToken)).Failed(out var error, out var opened))
            return error.ToResult();
        return Show(page, new ConnectChoice(opened, token, tool, way));
    }

    /// <summary>Continue was pressed: from now on the link belongs to this browser.</summary>
    private static async Task<IResult> Bind(string token, PageOfRequest page, IUseCases useCases, CancellationToken cancellationToken)
    {
        var browser = page.Browser ?? PageOfRequest.NewBrowser();
        var person = (await page.FindCallerAsync())?.User;
        if (!(await useCases.SendAsync(new BindConnectLinkCommand(token, browser, person), cancellationToken)).Failed(out _, out _))
        {
            page.Remember(browser);
            if ((await useCases.SendAsync(new OpenConnectLinkQuery(token, browser, person), cancellationToken)).Failed(out var error, out var opened))
                return error.ToResult();
            page.Speak(opened.Link.Language);
            var choice = new ConnectChoice(opened, token, null, null);
            // Nothing is left to ask: the same press leads on to the service.
            if (choice.IsOnePress)
                return await ConnectAsync(choice, browser, CredentialValues.Empty, page, useCases, cancellationToken);
        }
        return Results.LocalRedirect(AddressOf(token));
    }

    private static async Task<IResult> Connect(string token, PageOfRequest page, IUseCases useCases, CancellationToken cancellationToken)
    {
        var form = await page.Request.ReadFormAsync(cancellationToken);
        var values = form.Where(field => field.Key.StartsWith(ValuePrefix, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
            .ToDictionary(field => field.Key[ValuePrefix.Length..], field => field.Value.ToString());
        if ((await FindAsync(token, page, useCases, cancellationToken)).Failed(out var error, out var opened)) return error.ToResult();
        var choice = new ConnectChoice(opened, token, form["tool"], form["way"]);
        if (choice.Tool is null || !opened.IsMine) return Results.LocalRedirect(AddressOf(token));
        return await ConnectAsync(choice, page.Browser, new CredentialValues(values), page, useCases, cancellationToken);
    }

    private static async Task<IResult> ConnectAsync(
        ConnectChoice choice, string? browser, CredentialValues values, PageOfRequest page, IUseCases useCases, CancellationToken cancellationToken)
    {
        var (tool, way) = (choice.Tool!.Tool, choice.Way!);
        var person = (await page.FindCallerAsync())?.User;
        var command = new ConnectThroughLinkCommand(choice.Token, browser, person, tool.Name, way.Id, values);
        var result = await useCases.SendAsync(command, cancellationToken);
        if (result.Failed(out var error, out var connected))
        {
            return OfLink.Contains(error.Code) ? Results.LocalRedirect(AddressOf(choice.Token))
                : page.Show<Views.Connect>(StatusOf(error), (nameof(Views.Connect.Of), choice.ToPage(page.Texts, values, error)));
        }
        if (connected.ServiceUrl is not { } url) return Results.LocalRedirect(AddressOf(choice.Token));
        return page.Show(new PageMessage(
            PageMessageKind.Passage, page.Texts.GoingTitle(tool.DisplayName), [page.Texts.Going], url, page.Texts.ContinueTo(tool.DisplayName), Goes: true));
    }

    private static async Task<Result<OpenedConnectLinkView>> FindAsync(
        string token, PageOfRequest page, IUseCases useCases, CancellationToken cancellationToken)
    {
        var person = (await page.FindCallerAsync())?.User;
        var found = await useCases.SendAsync(new OpenConnectLinkQuery(token, page.Browser, person), cancellationToken);
        if (!found.Failed(out _, out var opened)) page.Speak(opened.Link.Language);
        return found;
    }

    private static IResult Show(PageOfRequest page, ConnectChoice choice)
    {
        var (opened, link) = (choice.Opened, choice.Opened.Link);
        if (opened.State == ConnectLinkState.Expired) return page.Show(ConnectLinkErrors.Expired, StatusCodes.Status410Gone);
        if (opened.Access?.Code == ConnectLinkErrors.SignInCode)
            return Results.LocalRedirect(SignInEndpoints.AddressOf(AddressOf(choice.Token), opened.TenantDomain, link.Language));
        if (opened.Access is not null)
        {
            return page.Show(
                new PageMessage(PageMessageKind.Problem, page.Texts.OtherPersonTitle, [page.Texts.OtherPerson], SignOutReturn: AddressOf(choice.Token)),
                StatusCodes.Status403Forbidden);
        }
        return opened.State switch
        {
            ConnectLinkState.Completed or ConnectLinkState.AwaitingCompletion when opened.IsMine => page.Show(ConnectEnd.Of(link, choice.Name, page)),
            ConnectLinkState.Completed or ConnectLinkState.AwaitingCompletion => page.Show(ConnectLinkErrors.Used, StatusCodes.Status410Gone),
            ConnectLinkState.Open => page.Show<Views.Connect>(200, (nameof(Views.Connect.Of), choice.ToPage(page.Texts, CredentialValues.Empty, null))),
            _ when !opened.IsMine => page.Show(ConnectLinkErrors.OtherBrowser, StatusCodes.Status403Forbidden),
            _ => page.Show<Views.Connect>(200, (nameof(Views.Connect.Of), choice.ToPage(page.Texts, CredentialValues.Empty, choice.LastFailure))),
        };
    }

    private static int StatusOf(Error error) => error.Kind is ErrorKind.Upstream or ErrorKind.Unavailable ? StatusCodes.Status502BadGateway
        : StatusCodes.Status400BadRequest;
}
