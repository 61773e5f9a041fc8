using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs.Answers;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Reads what a token endpoint answers (RFC 6749, section 5), and what services make of it.</summary>
internal static class TokenAnswer
{
    private const int LongestCode = 64;

    /// <summary>Section 5.2: the code, the refresh token or the client is refused, and asking again will not help.</summary>
    private static readonly string[] FinalCodes = ["invalid_grant", "invalid_client", "unauthorized_client"];

    /// <summary>Codes that services send with 200 while they are in trouble. Taken for a refusal they would cost every person the connection.</summary>
    private static readonly string[] PassingCodes =
        ["temporarily_unavailable", "server_error", "slow_down", "ratelimited", "rate_limited", "internal_error", "fatal_error",
            "service_unavailable", "request_timeout"];

    /// <summary>What a form of section 5 has one of.</summary>
    private static readonly string[] FormFields = [CredentialValues.AccessToken, "error"];

    /// <param name="isRefresh">It answers a refresh, whose form may be another.</param>
    public static Result<TokenGrant> Read(AuthorizationTarget target, Answer answer, bool isRefresh, DateTimeOffset now)
    {
        var (scheme, tool) = (target.Scheme, target.Tool.DisplayName);
        using var document = Parse(answer);
        if (ErrorRules.FirstMatch(scheme.TokenRefusals, answer, document?.RootElement) is { } rule)
        {
            var said = $"it answered {answer.Status}";
            return rule.Kind == UpstreamFailureKind.Unavailable ? AuthorizationErrors.ServerFailed(tool, said) : AuthorizationErrors.GrantRefused(tool, said);
        }
        // A login of the service's own has no codes: there the status says that what was typed in is wrong.
        if (scheme.Kind == AuthKind.Exchange && answer.Status is 401 or 403) return AuthorizationErrors.GrantRefused(tool, $"it answered {answer.Status}");
        var map = isRefresh ? scheme.RefreshResponse ?? scheme.TokenResponse : scheme.TokenResponse;
        if (answer.Status >= 500 || document is not { RootElement: var root } || (root.ValueKind != JsonValueKind.Object && map.IsEmpty))
            return AuthorizationErrors.ServerFailed(tool, answer.IsSuccess ? "its answer is not JSON" : $"it answered {answer.Status}");
        if (ErrorCodeOf(root) is { } code)
        {
            var isFinal = answer.IsSuccess ? !PassingCodes.Contains(code) : answer.Status is 400 or 401 && FinalCodes.Contains(code);
            return isFinal ? AuthorizationErrors.GrantRefused(tool, code) : AuthorizationErrors.ServerFailed(tool, $"it answered {answer.Status} ({code})");
        }
        return answer.IsSuccess ? ReadGrant(tool, map, root, now) : AuthorizationErrors.ServerFailed(tool, $"it answered {answer.Status}");
    }

    private static Result<TokenGrant> ReadGrant(string tool, ImmutableSortedDictionary<string, JsonPath> map, JsonElement root, DateTimeOffset now)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in map.Keys.Append(CredentialValues.AccessToken).Append(CredentialValues.RefreshToken).Distinct())
        {
            if (GrantValues.Facts.Contains(field) || GrantValues.TextOf(GrantValues.Find(map, root, field)) is not { } text) continue;
            // It would end up in a header.
            if (text.Any(char.IsControl)) return AuthorizationErrors.ServerFailed(tool, $"its {field} is malformed");
            values[field] = text;
        }
        if (!values.ContainsKey(CredentialValues.AccessToken)) return AuthorizationErrors.ServerFailed(tool, "its answer has no access token");
        return new TokenGrant(
            new CredentialValues(values), GrantValues.ScopesOf(GrantValues.Find(map, root, GrantValues.Scope)), GrantValues.LifetimeOf(map, root, now));
    }

    /// <summary>The code, without what no code has: it goes into an answer and a log. Null when there is no error.</summary>
    private static string? ErrorCodeOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out var error)) return null;
        if (error.ValueKind is JsonValueKind.Null or JsonValueKind.False) return null;
        var code = error.ValueKind == JsonValueKind.String ? error.GetString()! : "";
        return code.Length is > 0 and <= LongestCode && code.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')
            ? code : "unknown_error";
    }

    private static JsonDocument? Parse(Answer answer)
    {
        if (AnswerContent.Utf8Of(answer) is not { } utf8 || !Utf8.IsValid(utf8.Span)) return null;
        if (AnswerContent.Parse(utf8) is { } document) return document;
        var text = Encoding.UTF8.GetString(utf8.Span).Trim();
        return IsForm(answer, text) ? AnswerContent.Parse(ToJson(text)) : null;
    }

    /// <summary>
    /// Some say text/plain or text/html of a form, so its content tells: a page or a sentence has blanks or angle brackets in it, a form has none.
    /// </summary>
    private static bool IsForm(Answer answer, string text)
    {
        if (answer.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true) return true;
        return !text.Any(character => character is <= ' ' or '<' or '"') && FormFields.Any(name => $"&{text}".Contains($"&{name}=", StringComparison.Ordinal));
    }

    /// <summary>A form as the JSON object that the service should have sent.</summary>
    private static ReadOnlyMemory<byte> ToJson(string form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in QueryHelpers.ParseQuery(form)) writer.WriteString(name, value.ToString());
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
