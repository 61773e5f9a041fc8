using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs.Answers;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Reads what a service says of a connection right after it was made.</summary>
internal static class LookedUpFields
{
    public static Result<CredentialValues> Read(AuthorizationTarget target, Answer answer)
    {
        var tool = target.Tool.DisplayName;
        if (!answer.IsSuccess) return AuthorizationErrors.ServerFailed(tool, $"it answered {answer.Status} when it was asked after connecting");
        using var document = AnswerContent.Parse(AnswerContent.Utf8Of(answer));
        if (document is null) return AuthorizationErrors.ServerFailed(tool, "its answer after connecting is not JSON");
        var values = new Dictionary<string, string>();
        foreach (var (field, path) in target.Scheme.AfterConnect!.Values)
        {
            if (GrantValues.TextOf(path.First(document.RootElement)) is not { } text || text.Any(char.IsControl))
                return AuthorizationErrors.ServerFailed(tool, $"its answer after connecting has no {field}");
            values[field] = text;
        }
        return new CredentialValues(values);
    }
}
