using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>The token answer says the data centre; failures have the status 200; calling too often looks like a refusal.</summary>
internal sealed class Zoho() : PlayedService("zoho")
{
    /// <summary>It answers that it is asked too often.</summary>
    public bool IsBusy { get; set; }

    protected override string CallbackExtras => "&location=eu&accounts-server=https%3A%2F%2Faccounts.zoho.eu";

    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST accounts.zoho.com/oauth/v2/token" => Token(request),
        "POST accounts.zoho.com/oauth/v2/token/revoke" => (Revoke(Sent(request)["token"]) ? 200 : 400, """{"status":"success"}"""),
        "GET www.zohoapis.eu/crm/v8/users" when Knows(request, prefix: "Zoho-oauthtoken ") => (200, """{"users":[{"full_name":"Ada"}]}"""),
        _ => (401, """{"code":"INVALID_TOKEN","message":"invalid oauth token","status":"error"}"""),
    };

    private (int Status, string Body) Token(RecordedRequest request)
    {
        if (IsBusy) return (200, """{"error":"Access Denied","error_description":"You have made too many requests continuously.","status":"failure"}""");
        if (ProblemOf(request) is not null) return (200, """{"error":"invalid_code"}""");
        var refresh = Sent(request)["grant_type"] == "authorization_code" && Asked["access_type"] == "offline" ? IssueRefresh() : null;
        var domain = $"http://{AddressOf("www.zohoapis.eu")}";
        return (200, JsonSerializer.Serialize(
            new { access_token = Issue(), refresh_token = refresh, api_domain = domain, expires_in = 3600, token_type = "Bearer" }));
    }
}
