using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Records;
using ModuleX.Application.Catalog;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Pages;

/// <summary>What a browser is shown where a service sends it back to. Programs that ask for no page get what they always got.</summary>
internal static class CallbackPages
{
    /// <param name="json">The answer for programs.</param>
    public static IResult Answer(HttpContext context, CompleteAuthorizationCommand command, Result<ToolSessionId> result, Func<object> json)
    {
        var isDone = !result.Failed(out var error, out _);
        if (!BrowserRequest.WantsPage(context.Request)) return isDone ? Results.Ok(json()) : error!.ToResult();
        var page = new PageOfRequest(context);
        var states = context.RequestServices.GetRequiredService<IStateProtector>();
        // The link's own page tells how it ended. It also takes code and state out of the address bar.
        if (command.State is { } state && states.Unprotect(state)?.Link is { } token && error?.Code != ConnectLinkErrors.NotFound.Code)
            return Results.LocalRedirect(ConnectEndpoints.AddressOf(token));
        var catalog = context.RequestServices.GetRequiredService<IToolCatalog>();
        var name = catalog.FindTool(command.Tool).Failed(out _, out var tool) ? command.Tool : tool.DisplayName;
        var texts = page.Texts;
        if (isDone) return page.Show(new PageMessage(PageMessageKind.Success, texts.ConnectedTitle(name), [texts.CloseWindow]));
        context.NoteFailure(error!);
        return page.Show(
            new PageMessage(PageMessageKind.Problem, texts.NotConnectedTitle(name), [ConnectFailures.Say(error!, name, texts), texts.StartAgain]),
            ErrorStatus.Of(error!, SurfaceList.Of(context.Request.Path)));
    }
}
