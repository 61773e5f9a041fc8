using System.Collections.Immutable;
using ModuleX.Api.Pages.Texts;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Pages;

/// <summary>A connect link with what the person has chosen so far.</summary>
internal sealed class ConnectChoice(OpenedConnectLinkView opened, string token, string? tool, string? way)
{
    public OpenedConnectLinkView Opened => opened;

    public string Token => token;

    /// <summary>Null while there are several and none is chosen.</summary>
    public ConnectableTool? Tool { get; } = opened.Tools is [var only] ? only : opened.Tools.FirstOrDefault(one => one.Tool.Name == tool);

    public AuthScheme? Way => Tool is null ? null : Tool.Ways.FirstOrDefault(one => one.Id == way) ?? Tool.Ways[0];

    /// <summary>What the link has connected, as people call it.</summary>
    public string Name => opened.ConnectedName ?? "";

    /// <summary>Whether there is nothing to choose or to fill in: pressing Continue leads to the service at once.</summary>
    public bool IsOnePress => opened.Tools.Count == 1 && Way is { Kind: AuthKind.OAuth2 } && Fields.IsEmpty;

    /// <summary>Why the last try did not succeed; null where there was none, or another tool is chosen now.</summary>
    public Error? LastFailure => opened.Link is { FailureCode: { } code, FailureMessage: var message } && opened.Link.Tool == Tool?.Tool.Name
        ? new Error(ErrorKind.Invalid, code, message!) : null;

    private ImmutableArray<CredentialField> Fields =>
        Way is null ? [] : ConnectFields.Of(Tool!.Tool, Way);

    private bool IsOpen => opened.State == ConnectLinkState.Open;

    /// <param name="entered">What was entered before.</param>
    /// <param name="error">Why it did not succeed; null for nothing.</param>
    public ConnectPage ToPage(PageTexts texts, CredentialValues entered, Error? error)
    {
        var (name, link) = (Tool?.Tool.DisplayName, opened.Link);
        // Before Continue nothing is asked: the link is not this browser's yet.
        var asks = !IsOpen && Tool is not null;
        var fields = asks ? ConnectFields.Shown(Fields, entered, error, texts) : [];
        return new ConnectPage(
            name is null ? texts.ChooseTitle : texts.ConnectTitle(name),
            name is null ? texts.AsksForSome(opened.OrganizationName) : texts.Asks(opened.OrganizationName, name),
            name, opened.OrganizationName, opened.OwnerName,
            link.Account == ToolSessionId.DefaultAccount ? null : link.Account,
            link.Scopes,
            ConnectEndpoints.AddressOf(token) + (IsOpen ? "" : "/tool"),
            asks ? [new("tool", Tool!.Tool.Name), new("way", Way!.Id)] : [],
            fields,
            ButtonOf(texts, name),
            FootnoteOf(texts, name),
            IsOpen || Tool is not null ? [] : [.. opened.Tools.Select(one => new PageLink(one.Tool.DisplayName, UrlOf(one.Tool.Name, null)))],
            IsOpen ? [] : [.. LinksOf(texts)],
            ConnectEnd.Cancelled(link),
            error is null || !error.Problems.IsEmpty || name is null ? null : ConnectFailures.Say(error, name, texts));
    }

    private string ButtonOf(PageTexts texts, string? name) => (Way?.Kind, IsOpen) switch
    {
        (AuthKind.OAuth2, _) when !IsOpen || IsOnePress => texts.ContinueTo(name!),
        (_, true) => texts.ContinueButton,
        _ => texts.ConnectButton(name ?? ""),
    };

    private string? FootnoteOf(PageTexts texts, string? name) => Way?.Kind switch
    {
        null => null,
        AuthKind.OAuth2 => texts.LeavesTo(name!),
        _ when Fields.Any(field => field.IsSecret) && !IsOpen => texts.KeptSafe,
        _ => null,
    };

    private IEnumerable<PageLink> LinksOf(PageTexts texts)
    {
        if (Tool is null) yield break;
        foreach (var other in Tool.Ways.Where(other => other.Id != Way!.Id))
        {
            var secret = other.Fields.FirstOrDefault(field => field.IsSecret) ?? other.Fields.FirstOrDefault();
            yield return new PageLink(
                other.Kind == AuthKind.OAuth2 ? texts.SignInInstead(Tool.Tool.DisplayName)
                    : secret is null ? texts.OneClickInstead : texts.UseInstead(secret.Title),
                UrlOf(Tool.Tool.Name, other.Id));
        }
        if (opened.Tools.Count > 1) yield return new PageLink(texts.OtherTool, ConnectEndpoints.AddressOf(token));
    }

    private string UrlOf(string toolName, string? wayId) =>
        ConnectEndpoints.AddressOf(token) + (wayId is null ? QueryString.Create("tool", toolName) : QueryString.Create("tool", toolName).Add("way", wayId));
}
