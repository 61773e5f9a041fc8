using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Says what a failed answer means to the caller: by the rule that matched, or by HTTP's own words.</summary>
internal static partial class UpstreamErrors
{
    private const int LongestReason = 500;

    /// <summary>What a rule of the manifest makes of an answer.</summary>
    public static Error ByRule(string tool, ErrorRule rule, Answer answer, JsonElement? root, SecretMask mask, DateTimeOffset now)
    {
        var reason = rule.Message is { } path && root is { } body ? ReasonOf(path.FirstText(body), mask) : null;
        return rule.Kind switch
        {
            UpstreamFailureKind.InvalidCredentials => RunErrors.InvalidCredentials(tool),
            UpstreamFailureKind.MissingScope => RunErrors.MissingScope(tool, ScopesOf(rule, answer, root, mask)),
            UpstreamFailureKind.RateLimited => RunErrors.RateLimited(tool, WaitOf(rule, answer, now)),
            UpstreamFailureKind.Unavailable => RunErrors.Failed(tool, answer.Status, mask.TextOf(answer.Body)) with { RetryAfter = WaitOf(rule, answer, now) },
            UpstreamFailureKind.Failed when answer.Status >= 500 => RunErrors.Failed(tool, answer.Status, mask.TextOf(answer.Body)),
            // The service works and says no: the caller can read why.
            UpstreamFailureKind.NotFound => Refused(tool, answer, reason ?? "not found", mask),
            UpstreamFailureKind.InvalidRequest => Refused(tool, answer, reason ?? "invalid request", mask),
            UpstreamFailureKind.Forbidden => Refused(tool, answer, reason ?? "forbidden", mask),
            _ => Refused(tool, answer, reason, mask),
        };
    }

    /// <summary>An answer whose success condition does not hold.</summary>
    public static Error NoSuccess(string tool, SuccessRule rule, Answer answer, JsonElement root, SecretMask mask) =>
        Refused(tool, answer, rule.Message is { } path ? ReasonOf(path.FirstText(root), mask) : null, mask);

    /// <summary>What the status means where the manifest says nothing.</summary>
    public static Error ByStatus(string tool, Answer answer, SecretMask mask, DateTimeOffset now)
    {
        switch (answer.Status)
        {
            // RFC 6750, section 3.1. A new token of the same kind would not help.
            case 401 or 403 when answer.Header("WWW-Authenticate") is { } challenge && InsufficientScope().IsMatch(challenge):
                return RunErrors.MissingScope(tool, Split(mask.TextOf(Scope().Match(challenge).Groups[1].Value)));
            case 401:
                return RunErrors.InvalidCredentials(tool);
            case 429:
                return RunErrors.RateLimited(tool, RetryAfter.Of(answer, now));
            case >= 500:
                return RunErrors.Failed(tool, answer.Status, mask.TextOf(answer.Body)) with { RetryAfter = RetryAfter.Of(answer, now) };
            default:
                return Refused(tool, answer, null, mask);
        }
    }

    private static Error Refused(string tool, Answer answer, string? reason, SecretMask mask) =>
        RunErrors.Refused(tool, answer.Status, reason, mask.TextOf(answer.Body));

    private static TimeSpan? WaitOf(ErrorRule rule, Answer answer, DateTimeOffset now) =>
        (rule.RetryAfterHeader is { } header ? RetryAfter.Of(answer, now, header) : null) ?? RetryAfter.Of(answer, now);

    private static ImmutableArray<string> ScopesOf(ErrorRule rule, Answer answer, JsonElement? root, SecretMask mask)
    {
        if (rule.Scopes is { } path && root is { } body)
            return [.. path.All(body).SelectMany(found => found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().ToArray() : [found])
                .Where(found => found.ValueKind == JsonValueKind.String)
                .SelectMany(found => Split(mask.TextOf(found.GetString()!)))];
        return (rule.ScopesHeader ?? rule.ScopesMissing?.Needed) is { } header && answer.Header(header) is { } text ? Split(mask.TextOf(text)) : [];
    }

    private static ImmutableArray<string> Split(string scopes) => [.. ErrorRules.SplitScopes(scopes).Take(50)];

    /// <summary>The service's own words: not too many of them, and on one line.</summary>
    private static string? ReasonOf(string? text, SecretMask mask)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return ShortText.Of(new string([.. mask.TextOf(text).Select(character => char.IsControl(character) ? ' ' : character)]), LongestReason);
    }

    [GeneratedRegex("error\\s*=\\s*\"?insufficient_scope\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InsufficientScope();

    [GeneratedRegex("scope\\s*=\\s*\"([^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Scope();
}
