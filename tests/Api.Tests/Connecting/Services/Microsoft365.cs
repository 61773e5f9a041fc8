using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>One address for each tenant; a refresh token only for offline_access; nothing to revoke with.</summary>
internal sealed class Microsoft365() : PlayedService("microsoft")
{
    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST login.microsoftonline.com/contoso/oauth2/v2.0/token" or "POST login.microsoftonline.com/common/oauth2/v2.0/token" => Token(request),
        "GET graph.microsoft.com/v1.0/me" => Knows(request) ? (200, """{"displayName":"Ada"}""")
            : (401, """{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed"}}"""),
        _ => (404, """{"error":{"code":"NotFound"}}"""),
    };

    private (int Status, string Body) Token(RecordedRequest request)
    {
        if (ProblemOf(request) is { } problem) return (400, JsonSerializer.Serialize(new { error = problem, error_description = "AADSTS70000" }));
        var refresh = Asked["scope"]!.Split(' ').Contains("offline_access") ? IssueRefresh() : null;
        var scope = Asked["scope"]!.Replace("offline_access ", "");
        return (200, JsonSerializer.Serialize(new { token_type = "Bearer", scope, expires_in = 3599, access_token = Issue(), refresh_token = refresh }));
    }
}
