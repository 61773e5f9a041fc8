using ModuleX.Api.Pages.Texts;

namespace ModuleX.Api.Pages;

/// <summary>What every page needs, whatever it shows. Public like the other models of pages, because components are.</summary>
/// <param name="FormToken">Of the antiforgery library; it fits the browser's cookie.</param>
public sealed record PageFrame(PageTexts Texts, string FormToken)
{
    /// <summary>The name of the field that holds <see cref="FormToken"/>.</summary>
    public const string FormField = "form_token";

    public string StyleUrl => PageAssets.Style.Url;

    public string IconUrl => PageAssets.Icon.Url;

    public override string ToString() => nameof(PageFrame);
}

/// <summary>A field of a form.</summary>
/// <param name="Value">What was entered before; null for none, and always for secrets.</param>
/// <param name="Problem">What is wrong with it; null for nothing.</param>
public sealed record PageField(
    string FormName, string Title, string? Description, string InputType, string? Value, bool IsRequired, string AutoComplete, string? Problem)
{
    public string Id => $"field-{FormName}";

    public override string ToString() => FormName;
}

/// <summary>A place to go to.</summary>
public sealed record PageLink(string Text, string Url);

/// <summary>A page with a form.</summary>
/// <param name="Mark">Who asks: its first letter stands at the top.</param>
/// <param name="Facts">What the form is about, by name.</param>
/// <param name="Notice">What went wrong; null for nothing, or where a field says it.</param>
public sealed record FormPage(
    string Mark, string Title, string Introduction, IReadOnlyList<KeyValuePair<string, string>> Facts, string Action,
    IReadOnlyList<KeyValuePair<string, string>> Hidden, IReadOnlyList<PageField> Fields, string ButtonText, string? Notice)
{
    public override string ToString() => Title;
}

/// <summary>The page of a connect link.</summary>
/// <param name="ToolName">The tool that is connected; null while it is chosen.</param>
/// <param name="Account">Null for the owner's first one.</param>
/// <param name="Choices">The tools to choose from; empty where a form is shown.</param>
/// <param name="Links">Other ways to connect, and other tools.</param>
/// <param name="CancelUrl">Back to the application without having connected anything; null where it names no address.</param>
/// <param name="Notice">What went wrong; null for nothing.</param>
public sealed record ConnectPage(
    string Title, string Introduction, string? ToolName, string Organization, string Owner, string? Account, IReadOnlyList<string> Scopes, string FormAction,
    IReadOnlyList<KeyValuePair<string, string>> Hidden, IReadOnlyList<PageField> Fields, string ButtonText, string? Footnote, IReadOnlyList<PageLink> Choices,
    IReadOnlyList<PageLink> Links, string? CancelUrl, string? Notice)
{
    public override string ToString() => Title;
}

/// <summary>What a <see cref="PageMessage"/> tells.</summary>
public enum PageMessageKind
{
    Success,
    Problem,
    Passage,
}

/// <summary>A page that tells something.</summary>
/// <param name="Url">What to do next; null where there is nothing to do here.</param>
/// <param name="Goes">Whether the browser goes there by itself.</param>
/// <param name="SignOutReturn">Where to come back to after signing out; null where that is not offered.</param>
public sealed record PageMessage(
    PageMessageKind Kind, string Title, IReadOnlyList<string> Texts, string? Url = null, string? UrlText = null, bool Goes = false,
    string? SignOutReturn = null)
{
    public override string ToString() => Title;
}
