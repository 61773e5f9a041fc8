using System.Collections.Immutable;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Identity;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Reads what a service calls an account.</summary>
internal static class AnsweredLabel
{
    /// <summary>The first text or number that is there, fit to be shown; null for none.</summary>
    public static string? Find(ImmutableArray<JsonPath> places, RunContent content, SecretMask mask)
    {
        if (places.IsEmpty || content is not RunContent.Json { Utf8: var utf8 }) return null;
        using var document = AnswerContent.Parse(utf8);
        return document is null ? null
            : places.Select(place => GrantValues.TextOf(place.First(document.RootElement))).OfType<string>()
                .Select(text => Shown(text, mask)).FirstOrDefault(text => text.Length > 0);
    }

    private static string Shown(string text, SecretMask mask) => ShortText.Of(
        new string([.. mask.TextOf(text).Where(character => !char.IsControl(character))]).Trim(), ConnectionChange.MaximumLabelLength);
}
