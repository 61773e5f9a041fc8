using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>Gives a token only for an audience, in JSON; which site it is for has to be asked. A refused refresh is 403.</summary>
internal sealed class Atlassian() : PlayedService("atlassian")
{
    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST auth.atlassian.com/oauth/token" => Token(request),
        "GET api.atlassian.com/oauth/token/accessible-resources" when Knows(request) => (200, HasSites
            ? """[{"id":"c-1","url":"https://acme.atlassian.net","name":"acme"}]""" : "[]"),
        "GET api.atlassian.com/ex/jira/c-1/rest/api/3/myself" when Knows(request) => (200, """{"displayName":"Ada"}"""),
        _ => (401, """{"code":401,"message":"Unauthorized"}"""),
    };

    public bool HasSites { get; set; } = true;

    private (int Status, string Body) Token(RecordedRequest request)
    {
        if (request.Header("Content-Type") != "application/json" || Asked["audience"] != "api.atlassian.com") return (400, """{"error":"invalid_request"}""");
        return ProblemOf(request) is null
            ? (200, JsonSerializer.Serialize(new { access_token = Issue(), refresh_token = IssueRefresh(), expires_in = 3600, scope = Asked["scope"] }))
            : (403, """{"error":"unauthorized_client","error_description":"refresh_token is invalid"}""");
    }
}
