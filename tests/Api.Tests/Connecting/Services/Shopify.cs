using System.Text.Json;

namespace ModuleX.Api.Tests.Connecting.Services;

/// <summary>A host for each shop, its own header, and a token that never ends until the app is taken out of the shop.</summary>
internal sealed class Shopify() : PlayedService("shopify")
{
    private const string Header = "X-Shopify-Access-Token";

    protected override string CallbackExtras => "&hmac=0a1b&host=YWRtaW4&shop=127.myshopify.com&timestamp=1760000000";

    protected override (int Status, string Body) Answer(string call, RecordedRequest request) => call switch
    {
        "POST 127.myshopify.com/admin/oauth/access_token" => ProblemOf(request) is null
            ? (200, JsonSerializer.Serialize(new { access_token = Issue(), scope = Asked["scope"] }))
            : (400, """{"error":"invalid_request"}"""),
        "GET 127.myshopify.com/admin/api/2025-10/shop.json" when Knows(request, Header, "") => (200, """{"shop":{"name":"127"}}"""),
        "DELETE 127.myshopify.com/admin/api_permissions/current.json" when Revoke(request.Header(Header)) => (200, "{}"),
        _ => (401, """{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}"""),
    };
}
