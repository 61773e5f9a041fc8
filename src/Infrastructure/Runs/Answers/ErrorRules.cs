using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Tries a manifest's error rules on an answer.</summary>
internal static class ErrorRules
{
    /// <summary>The first rule whose every condition holds; null when none does.</summary>
    /// <param name="root">The body; null when it is no JSON.</param>
    public static ErrorRule? FirstMatch(ImmutableArray<ErrorRule> rules, Answer answer, JsonElement? root)
    {
        foreach (var rule in rules)
        {
            if (StatusMatches(rule, answer) && HeaderMatches(rule, answer) && ScopesAreMissing(rule, answer) && BodyMatches(rule, root)) return rule;
        }
        return null;
    }

    private static bool StatusMatches(ErrorRule rule, Answer answer) => rule.Statuses.IsEmpty || rule.Statuses.Contains(answer.Status);

    private static bool HeaderMatches(ErrorRule rule, Answer answer)
    {
        if (rule.Header is not { } header) return true;
        return answer.Header(header) is { } value && (rule.HeaderValue is not { } expected || value.Equals(expected, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>GitHub names the scopes that would do in every answer, so that they are named does not mean that one is missing.</summary>
    private static bool ScopesAreMissing(ErrorRule rule, Answer answer)
    {
        if (rule.ScopesMissing is not { } headers) return true;
        if (answer.Header(headers.Needed) is not { } needed || answer.Header(headers.Held) is not { } held) return false;
        var wanted = SplitScopes(needed);
        return wanted.Length > 0 && !wanted.Intersect(SplitScopes(held)).Any();
    }

    /// <summary>Scopes in one text, with commas or blanks between them.</summary>
    public static string[] SplitScopes(string scopes) => scopes.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool BodyMatches(ErrorRule rule, JsonElement? root)
    {
        if (rule.Path is not { } path) return true;
        if (root is not { } body) return false;
        foreach (var found in path.All(body))
        {
            if (ValueMatches(rule, found) && TextMatches(rule, found)) return true;
        }
        return false;
    }

    private static bool ValueMatches(ErrorRule rule, JsonElement found)
    {
        if (rule.AllowedValues.IsEmpty) return true;
        foreach (var allowed in rule.AllowedValues)
        {
            if (JsonElement.DeepEquals(allowed, found)) return true;
        }
        return false;
    }

    private static bool TextMatches(ErrorRule rule, JsonElement found)
    {
        if (rule.Contains is not { } part) return true;
        var text = found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetRawText();
        return text.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
