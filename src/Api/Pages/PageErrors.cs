using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Pages;

/// <summary>Why a page is refused, whatever it is about.</summary>
internal static class PageErrors
{
    public const string InsecureCode = "page_insecure";
    public const string ForeignFormCode = "form_foreign";

    public static Error Insecure { get; } = new(ErrorKind.Unavailable, InsecureCode, "This page needs an https address: set PublicUrl");

    public static Error ForeignForm { get; } = new(ErrorKind.Forbidden, ForeignFormCode, "The form was sent from another site, or is out of date");

    /// <summary>Answers an error with a page, in words of the person's language.</summary>
    public static IResult Show(this PageOfRequest page, Error error, int status)
    {
        var texts = page.Texts;
        var (title, text) = error switch
        {
            { Code: ConnectLinkErrors.ExpiredCode or InvitationErrors.ExpiredCode } => (texts.ExpiredTitle, texts.AskForNewLink),
            { Code: ConnectLinkErrors.UsedCode or InvitationErrors.UsedCode } => (texts.UsedTitle, texts.AskForNewLink),
            { Code: ConnectLinkErrors.OtherBrowserCode } => (texts.OtherBrowserTitle, texts.OtherBrowser),
            { Code: InsecureCode } => (texts.InsecureTitle, texts.Insecure),
            { Code: ForeignFormCode } => (texts.ForeignFormTitle, texts.ForeignForm),
            { Kind: ErrorKind.RateLimited } => (texts.TooManyTitle, texts.TooMany),
            { Kind: ErrorKind.NotFound } => (texts.UnknownTitle, texts.AskForNewLink),
            _ => (texts.FaultTitle, texts.Fault),
        };
        return page.Show(new PageMessage(PageMessageKind.Problem, title, [text]), status);
    }
}

/// <summary>Marks an endpoint that answers pages: its errors are pages, too, and its address may carry a secret.</summary>
internal sealed record PageEndpoint
{
    public static PageEndpoint Instance { get; } = new();

    public static bool Is(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is not null;

    /// <summary>The path of a request as logs may hold it: the pattern where the path itself may carry a secret.</summary>
    public static string PathOf(HttpContext context) =>
        Is(context) && context.GetEndpoint() is RouteEndpoint endpoint ? endpoint.RoutePattern.RawText! : context.Request.Path;
}
