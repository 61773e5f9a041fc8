using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Domain.ConnectLinks;

namespace ModuleX.Api.Pages;

/// <summary>The last page of a connect link, and the way back to the application.</summary>
internal static class ConnectEnd
{
    /// <param name="tool">As people call it.</param>
    public static PageMessage Of(ConnectLink link, string tool, PageOfRequest page)
    {
        var texts = page.Texts;
        var title = texts.ConnectedTitle(tool);
        // A person's link is done; its window is closed by the application, which asks for the link meanwhile.
        if (link.ReturnUrl is null || (link.IsPopup && !link.NeedsCompletion) || (link.NeedsCompletion && link.State == ConnectLinkState.Completed))
            return new PageMessage(PageMessageKind.Success, title, [texts.CloseWindow]);
        var url = Back(link, ("code", link.NeedsCompletion ? link.CodeOf(page.Browser!) : null));
        return new PageMessage(
            PageMessageKind.Success, title, [texts.ReturningTo(new Uri(link.ReturnUrl).Host)], url, texts.GoNow, Goes: true);
    }

    /// <summary>Back without having connected anything; null where the application named no address.</summary>
    public static string? Cancelled(ConnectLink link) => link.ReturnUrl is null ? null : Back(link, ("error", "cancelled"));

    private static string Back(ConnectLink link, (string Name, string? Value) what) => QueryHelpers.AddQueryString(
        link.ReturnUrl!, new Dictionary<string, string?> { ["connect_link"] = link.Id.ToString(), [what.Name] = what.Value, ["state"] = link.ReturnState });
}
