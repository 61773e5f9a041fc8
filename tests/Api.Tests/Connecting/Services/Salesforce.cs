using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>The first answer says where the organization is, later ones don't; no answer says when a token ends.</summary>
internal sealed class Salesforce() : PlayedService("salesforce")
{
    /// <summary>What the token answer names.</summary>
    public string? Instance { get; set; }

    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST login.salesforce.com/services/oauth2/token" => Token(request),
        "POST login.salesforce.com/services/oauth2/revoke" => (Revoke(Sent(request)["token"]) ? 200 : 400, ""),
        "GET *.salesforce.com/services/data/v61.0/chatter/users/me" when Knows(request) => (200, """{"name":"Ada"}"""),
        _ => (401, """[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"""),
    };

    private (int Status, string Body) Token(RecordedRequest request)
    {
        if (ProblemOf(request) is { } problem) return (400, JsonSerializer.Serialize(new { error = problem, error_description = "expired" }));
        if (Sent(request)["grant_type"] == "refresh_token") return (200, JsonSerializer.Serialize(new { access_token = Issue(), token_type = "Bearer" }));
        return (200, JsonSerializer.Serialize(new
        {
            access_token = Issue(), refresh_token = IssueRefresh(), instance_url = Instance ?? $"http://{AddressOf("*.salesforce.com")}",
            issued_at = "1760000000000", scope = Asked["scope"], token_type = "Bearer",
        }));
    }
}
