using System.Text;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Hands on what a service answered to a raw request, without the credential where the service repeats it.</summary>
internal static class RawAnswerReader
{
    /// <summary>What helps a caller to read on, to wait and to ask again. Cookies and the like stay here.</summary>
    private static readonly string[] SafeHeaders =
    [
        "Content-Type", "Content-Language", "Content-Disposition", "Date", "ETag", "Last-Modified", "Link", "Location", "Retry-After", "Deprecation", "Sunset",
        "Allow", "X-Request-Id",
    ];

    public static RunContent Read(ActionCall call, Answer answer)
    {
        var mask = SecretMask.OfSecrets(call.Tool, call.Scheme, call.Credential);
        var headers = answer.Headers.NonValidated.Concat(answer.ContentHeaders.NonValidated)
            .Where(header => IsSafe(header.Key))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => mask.TextOf(header.Value.ToString()));
        return new RunContent.Answered(answer.Status, headers, BodyOf(answer, mask)) { Memory = answer.Memory };
    }

    private static RunContent BodyOf(Answer answer, SecretMask mask)
    {
        if (answer.Body.Length == 0) return new RunContent.None();
        switch (AnswerContent.Any(answer))
        {
            case RunContent.Json json when mask.Find(Encoding.UTF8.GetString(json.Utf8.Span)) is { } covered:
                var utf8 = Encoding.UTF8.GetBytes(covered);
                return JsonText.IsValid(utf8) ? new RunContent.Json(utf8) : new RunContent.Text(covered, answer.Header("Content-Type")!);
            case RunContent.Text text: return text with { Value = mask.Find(text.Value) ?? text.Value };
            case var other: return other;
        }
    }

    private static bool IsSafe(string name) =>
        SafeHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Contains("ratelimit", StringComparison.OrdinalIgnoreCase)
            || name.Contains("rate-limit", StringComparison.OrdinalIgnoreCase);
}
