using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>Has its own words for a refused refresh, and revokes by deleting the refresh token.</summary>
internal sealed class HubSpot() : PlayedService("hubspot")
{
    private const string RefreshTokens = "DELETE api.hubapi.com/oauth/v1/refresh-tokens/";

    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST api.hubapi.com/oauth/v1/token" => ProblemOf(request) is null
            ? (200, JsonSerializer.Serialize(new { token_type = "bearer", access_token = Issue(), refresh_token = IssueRefresh(), expires_in = 1800 }))
            : (400, """{"status":"BAD_REFRESH_TOKEN","message":"missing or unknown refresh token"}"""),
        "GET api.hubapi.com/account-info/v3/details" when Knows(request) => (200, """{"portalId":1}"""),
        _ when call.StartsWith(RefreshTokens, StringComparison.Ordinal) => (Revoke(call[RefreshTokens.Length..]) ? 204 : 404, ""),
        _ => (401, """{"status":"error","category":"EXPIRED_AUTHENTICATION"}"""),
    };
}
