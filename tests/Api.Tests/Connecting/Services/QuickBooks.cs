using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>Says in the callback which company it is, and revokes at another host.</summary>
internal sealed class QuickBooks() : PlayedService("quickbooks")
{
    protected override string CallbackExtras => "&realmId=9130";

    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST oauth.platform.intuit.com/oauth2/v1/tokens/bearer" => ProblemOf(request) is { } problem
            ? (400, JsonSerializer.Serialize(new { error = problem }))
            : (200, JsonSerializer.Serialize(new { access_token = Issue(), refresh_token = IssueRefresh(), expires_in = 3600, token_type = "bearer" })),
        "POST developer.api.intuit.com/v2/oauth2/tokens/revoke" => (Revoke(Sent(request)["token"]) ? 200 : 400, ""),
        "GET quickbooks.api.intuit.com/v3/company/9130/companyinfo/1" when Knows(request) => (200, """{"CompanyInfo":{"CompanyName":"Acme"}}"""),
        _ => (401, """{"fault":{"type":"AUTHENTICATION"}}"""),
    };
}
