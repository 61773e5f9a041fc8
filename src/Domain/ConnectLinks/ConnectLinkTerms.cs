using System.Collections.Immutable;

namespace ModuleX.Domain.ConnectLinks;

/// <summary>What a connect link is for, as its application asks for it.</summary>
/// <param name="Tools">By their names in the catalog; empty for every tool that can be connected.</param>
/// <param name="Account">Which of the owner's accounts of the tool.</param>
/// <param name="Scopes">Fewer OAuth scopes than the tool's manifest asks for; empty for all of those.</param>
/// <param name="ReturnUrl">Where the person goes afterwards; null for a page that says that the window can be closed.</param>
/// <param name="ReturnState">Comes back to <paramref name="ReturnUrl"/> as <c>state</c>; null for none.</param>
/// <param name="Language">Of the pages, as in <c>de</c>; null for the browser's.</param>
/// <param name="IsPopup">The pages stand in a window of their own, which is closed at the end.</param>
/// <param name="Lifetime">How long the link can be used.</param>
public sealed record ConnectLinkTerms(
    ImmutableArray<string> Tools, string Account, ImmutableArray<string> Scopes, string? ReturnUrl, string? ReturnState, string? Language, bool IsPopup,
    TimeSpan Lifetime);
