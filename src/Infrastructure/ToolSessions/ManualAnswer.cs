using System.Text;
using System.Text.Json;
using ModuleX.Application.Pipeline;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs.Answers;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Reads the credential that a tool's own address hands out: a JSON object, or the credential alone as text.</summary>
internal static class ManualAnswer
{
    /// <summary>The field that holds an answer which is only text; earlier implementations named it so.</summary>
    private const string TextField = "response";

    public static Result<TokenGrant> Read(AuthorizationTarget target, Answer answer, DateTimeOffset now)
    {
        var tool = target.Tool.DisplayName;
        if (!answer.IsSuccess) return AuthorizationErrors.ServerFailed(tool, $"it answered {answer.Status}");
        // A credential with replaced letters would be stored and never work.
        if (AnswerContent.Utf8Of(answer) is not { } utf8 || !JsonText.IsUnicode(utf8.Span))
            return AuthorizationErrors.ServerFailed(tool, "its answer is not Unicode text");
        using var document = AnswerContent.Parse(utf8);
        if (document is null) return ReadText(tool, answer, Encoding.UTF8.GetString(utf8.Span).Trim());
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => ReadObject(target, document.RootElement, now),
            JsonValueKind.String or JsonValueKind.Number => ReadText(tool, answer, GrantValues.TextOf(document.RootElement) ?? ""),
            _ => AuthorizationErrors.ServerFailed(tool, "its answer is neither an object nor text"),
        };
    }

    private static Result<TokenGrant> ReadObject(AuthorizationTarget target, JsonElement root, DateTimeOffset now)
    {
        var map = target.Scheme.TokenResponse;
        var fields = map.IsEmpty ? root.EnumerateObject().Select(property => property.Name) : map.Keys;
        var values = new Dictionary<string, string>();
        foreach (var field in fields)
        {
            if (GrantValues.Facts.Contains(field) || GrantValues.TextOf(GrantValues.Find(map, root, field)) is not { } text) continue;
            if (text.Any(char.IsControl)) return AuthorizationErrors.ServerFailed(target.Tool.DisplayName, "a value of its answer is malformed");
            values[field] = text;
        }
        // {"error": "unknown user"} with 200 is no credential.
        if (values.Count == 0 || (values.Count == 1 && values.ContainsKey("error")))
            return AuthorizationErrors.ServerFailed(target.Tool.DisplayName, "its answer has no credential");
        return new TokenGrant(
            new CredentialValues(values),
            GrantValues.ScopesOf(GrantValues.Find(map, root, GrantValues.Scope)),
            GrantValues.LifetimeOf(map, root, now));
    }

    private static Result<TokenGrant> ReadText(string tool, Answer answer, string text)
    {
        if (text.Length == 0) return AuthorizationErrors.ServerFailed(tool, "its answer is empty");
        if (AnswerContent.Describe(answer) == "HTML") return AuthorizationErrors.ServerFailed(tool, "it answered HTML");
        if (text.Any(char.IsControl)) return AuthorizationErrors.ServerFailed(tool, "its answer is malformed");
        return new TokenGrant(new CredentialValues([new(TextField, text)]), [], null);
    }
}
