using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>Says every failure with 200, takes PKCE for a public client, and answers two tokens at once; a refresh answers one at the top.</summary>
internal sealed class Slack() : PlayedService("slack")
{
    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST slack.com/api/oauth.v2.access" => Token(request),
        "POST slack.com/api/auth.test" => (200, Knows(request) ? """{"ok":true,"user":"ada"}""" : """{"ok":false,"error":"token_expired"}"""),
        "POST slack.com/api/auth.revoke" => (200, Revoke(request.Header("Authorization")?["Bearer ".Length..])
            ? """{"ok":true}""" : """{"ok":false,"error":"invalid_auth"}"""),
        _ => (404, """{"ok":false,"error":"unknown_method"}"""),
    };

    private (int Status, string Body) Token(RecordedRequest request)
    {
        var sent = Sent(request);
        if (sent.ContainsKey("code_verifier")) return (200, """{"ok":false,"error":"internal_error"}""");
        if (ProblemOf(request) is { } problem) return (200, JsonSerializer.Serialize(new { ok = false, error = problem }));
        if (sent["grant_type"] == "refresh_token") return (200, JsonSerializer.Serialize(
            new { ok = true, access_token = Issue(), refresh_token = IssueRefresh(), expires_in = 43200 }));
        var person = Asked["user_scope"] is { } scope
            ? new { id = "U1", scope, access_token = Issue(), refresh_token = IssueRefresh(), expires_in = 43200 } : null;
        if (Asked["scope"] is not { } botScope) return (200, JsonSerializer.Serialize(new { ok = true, authed_user = person, team = new { id = "T1" } }));
        return (200, JsonSerializer.Serialize(new
        {
            ok = true, access_token = Issue(), refresh_token = IssueRefresh(), expires_in = 43200, scope = botScope, authed_user = person,
            team = new { id = "T1" },
        }));
    }
}
