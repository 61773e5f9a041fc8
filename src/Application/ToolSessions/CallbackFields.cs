using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ToolSessions;

/// <summary>What a callback brings: the code, and what the manifest keeps of its other parameters.</summary>
internal sealed record CallbackFields(string Code, CredentialValues Fields)
{
    private const string CodeField = "code";

    /// <summary>A browser wrote it: no more than a service would send.</summary>
    private const int MaximumLength = 1024;

    public static Result<CallbackFields> Read(CompleteAuthorizationCommand command, OAuthEndpoints oauth)
    {
        var code = oauth.Callback.TryGetValue(CodeField, out var parameter) ? command.Parameters.GetValueOrDefault(parameter) : command.Code;
        if (string.IsNullOrEmpty(code)) return AuthorizationErrors.CodeMissing;
        var fields = new Dictionary<string, string>();
        foreach (var (field, name) in oauth.Callback.Where(pair => pair.Key != CodeField))
        {
            if (command.Parameters.GetValueOrDefault(name) is not { Length: > 0 } value) return AuthorizationErrors.CallbackIncomplete(name);
            // They go into addresses and headers.
            if (value.Length > MaximumLength || value.Any(char.IsControl)) return AuthorizationErrors.CallbackIncomplete(name);
            fields[field] = value;
        }
        return new CallbackFields(code, new CredentialValues(fields));
    }

    public override string ToString() => "***";
}
