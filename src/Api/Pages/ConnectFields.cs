using System.Collections.Immutable;
using ModuleX.Api.Pages.Texts;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Pages;

/// <summary>The fields of a connection as a form shows them.</summary>
internal static class ConnectFields
{
    public static ImmutableArray<CredentialField> Of(ToolDefinition tool, AuthScheme way) => ConnectThroughLinkCommand.FieldsOf(tool, way);

    /// <param name="entered">What was entered before: it is shown again, but for secrets.</param>
    public static IReadOnlyList<PageField> Shown(ImmutableArray<CredentialField> fields, CredentialValues entered, Error? error, PageTexts texts) =>
        [.. fields.Select(field => new PageField(
            ConnectEndpoints.ValuePrefix + field.Name,
            field.Title,
            field.Description,
            field.IsSecret ? "password" : field.IsUrl ? "url" : "text",
            field.IsSecret ? null : entered.Find(field.Name) ?? field.Default,
            field is { IsRequired: true, Default: null },
            field.IsSecret ? "new-password" : "off",
            error?.Problems.FirstOrDefault(problem => problem.Pointer == "/" + field.Name) is { } problem ? Say(problem, field, texts) : null))];

    private static string Say(Problem problem, CredentialField field, PageTexts texts) => problem.Rule switch
    {
        ProblemRule.Missing => texts.FieldMissing(field.Title),
        ProblemRule.StringPatternMismatch => texts.FieldMismatch(field.Title),
        ProblemRule.StringTooLong => texts.FieldTooLong(field.Title),
        _ => field.IsUrl ? texts.FieldAddress(field.Title) : texts.FieldUnusable(field.Title),
    };
}
