using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Sessions;

/// <summary>Reads what a caller hands in for a connection against the fields that the manifest asks for.</summary>
internal static class CredentialForm
{
    private const int MaximumValueLength = 8192;

    /// <summary>
    /// The values under their proper names, defaults filled in, with everything else that was sent kept as it is. Problems: fields that
    /// are missing, too long, of another form, or with control characters (a line break in a header would smuggle in another one).
    /// </summary>
    public static Result<CredentialValues> Read(ToolDefinition tool, ImmutableArray<CredentialField> fields, IReadOnlyDictionary<string, string> sent)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var values = new Dictionary<string, string>(sent);
        foreach (var field in fields)
        {
            var found = field.Aliases.Insert(0, field.Name).Select(sent.GetValueOrDefault).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? field.Default;
            if (found is not null) values[field.Name] = found;
            else if (field.IsRequired) problems.Add(new Problem("/" + field.Name, "is required"));
            if (found is not null && ProblemOf(field, found) is { } problem) problems.Add(new Problem("/" + field.Name, problem));
        }
        foreach (var (name, value) in values)
        {
            if (value.Length > MaximumValueLength) problems.Add(new Problem("/" + name, $"has more than {MaximumValueLength} characters"));
            else if (value.Any(char.IsControl)) problems.Add(new Problem("/" + name, "has control characters"));
        }
        return problems.Count == 0 ? new CredentialValues(values) : AuthorizationErrors.CredentialsIncomplete(tool, problems.ToImmutable());
    }

    private static string? ProblemOf(CredentialField field, string value)
    {
        if (field.IsUrl && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")))
            return "must be an http or https URL";
        if (field.Pattern is { } pattern && !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
            return $"must match {pattern}";
        return null;
    }
}
