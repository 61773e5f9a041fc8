using System.Text.Json;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Answers;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Judges what a service answers to a revocation, by the tool's own rules where it has some: Slack says every failure with 200.</summary>
internal static class RevocationAnswer
{
    /// <summary>True when the tokens are of no use any more.</summary>
    public static bool IsDone(AuthorizationTarget target, Answer answer)
    {
        var tool = target.Tool;
        if (target.Scheme.Revoke is not { } revoke) return answer.IsSuccess;
        // What was to be deleted is gone: the person has taken it back at the service.
        if (answer.Status is 404 or 410 && revoke.Method == "DELETE") return true;
        using var document = answer.IsTruncated ? null : AnswerContent.Parse(AnswerContent.Utf8Of(answer));
        // A token that is refused is dead. A client that is refused says nothing of the token.
        if (revoke.Path is not null && ErrorRules.FirstMatch(tool.Errors, answer, document?.RootElement) is { } rule)
            return rule.Kind == UpstreamFailureKind.InvalidCredentials && revoke.Authority != RequestAuthority.Client;
        if (!answer.IsSuccess) return false;
        // Another host than the server's has its own ways to say success.
        if (revoke.Path is null || tool.Response.Success is not { } success || document is null) return true;
        return success.Path.First(document.RootElement) is { } found && JsonElement.DeepEquals(found, success.ExpectedValue);
    }
}
