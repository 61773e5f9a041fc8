using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>No OAuth: a login gives a session that ends after two weeks.</summary>
internal sealed class Metabase() : PlayedService("metabase")
{
    private const string Header = "X-Metabase-Session";

    public string Password { get; set; } = Guid.NewGuid().ToString("N");

    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST metabase.example/api/session" => Sent(request) is var sent && (sent["username"], sent["password"]) == ("ada@example.test", Password)
            ? (200, JsonSerializer.Serialize(new { id = Issue() }))
            : (401, """{"errors":{"password":"did not match stored password"}}"""),
        "GET metabase.example/api/user/current" when Knows(request, Header, "") => (200, """{"common_name":"Ada"}"""),
        "DELETE metabase.example/api/session" when Revoke(request.Header(Header)) => (204, ""),
        _ => (401, "\"Unauthenticated\""),
    };
}
