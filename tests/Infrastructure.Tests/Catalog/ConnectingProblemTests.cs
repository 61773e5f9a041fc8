using System.Text.Json.Nodes;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>What a person who writes how a tool is connected is told.</summary>
public sealed class ConnectingProblemTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "authorize_parameters": { "x": "{shop}" } }""", "authorize_parameters/x: {shop} is no field of this way to connect")]
    [InlineData("""{ "authorize_parameters": { "x": "{client_id} {site}" } }""", null)]
    [InlineData("""{ "authorize_parameters": { "x": "{secret}" } }""", "authorize_parameters/x: {secret} is secret, and browsers visit this address")]
    [InlineData("""{ "token_parameters": { "x": "{team}" }, "token_response": { "team": "$.team" } }""", "token_parameters/x: {team} is known only later")]
    [InlineData("""{ "refresh_parameters": { "x": "{team}" }, "token_response": { "team": "$.team" } }""", null)]
    [InlineData("""{ "token_headers": { "x": "{realm}" }, "callback": { "realm": "realmId" } }""", null)]
    [InlineData("""{ "callback": { "refresh_token": "rt" } }""", "callback/refresh_token: refresh_token can't be kept from there")]
    [InlineData("""{ "callback": { "site": "site" } }""", "callback/site: site is a field that a person types in")]
    [InlineData("""{ "optional_scopes": ["read"] }""", "optional_scopes/0: read is in scopes, so it is asked for always")]
    [InlineData("""{ "refresh_response": { "access_token": "$..a" } }""", "refresh_response/access_token: is no JSONPath of names, indexes and [*]")]
    [InlineData("""{ "apply": { "headers": { "X-Token": "{acess_token}" } } }""", "apply/headers/X-Token: {acess_token} is no field of the credential")]
    [InlineData("""{ "after_connect": { "request": { "path": "/s", "headers": { "X": "{cloud}" } }, "values": { "cloud": "$.id" } } }""",
        "after_connect/request/headers/X: {cloud} is known only later")]
    [InlineData("""{ "after_connect": { "request": { "path": "/s", "format": "form", "body": { "/a": "1" } }, "values": { "cloud": "$.id" } } }""",
        "after_connect/request/body: a JSON pointer needs the format json")]
    [InlineData("""{ "revoke": { "url": "https://sample.example/r", "path": "/r" } }""", "revoke: must have either url or path")]
    [InlineData("""{ "revoke": { "method": "DELETE" } }""", "revoke: must have either url or path")]
    [InlineData("""{ "revoke": { "url": "https://{cloud}.sample.example/x" } }""", "revoke/url: {cloud} is no field of the credential")]
    [InlineData("""{ "token_url": "https://accounts.{zone}/token", "callback": { "zone": "location" } }""",
        "token_url: {zone} chooses the host and no person types it in: name the hosts that it may be in /server/allowed_hosts")]
    public async Task Oauth_that_names_what_it_does_not_have_is_told(string change, string? problem) =>
        (await FaultsAsync(change)).ShouldBe(problem is null ? [] : [$"sample/tool.json /auth/0/{problem}"]);

    [Theory]
    [InlineData("""{ "request": { "path": "/login", "body": { "u": "{user}" } } }""", null)]
    [InlineData("""{ "request": { "path": "/login", "body": { "u": "{usr}" } } }""", "request/body/u: {usr} is no field of this way to connect")]
    [InlineData("""{ "request": { "path": "/login", "auth": "token" } }""", "request/auth: there is no token before the exchange")]
    [InlineData("""{ "request": { "path": "/login", "auth": "client" } }""", "request/auth: client needs oauth2, or the fields client_id and client_secret")]
    [InlineData("""{ "request": { "path": "/login" }, "revoke": { "path": "/logout" } }""",
        "revoke/auth: client needs oauth2, or the fields client_id and client_secret")]
    [InlineData("""{ "request": { "path": "/login", "body": { "a": "{assertion}" } } }""", "request/body/a: {assertion} is no field of this way to connect")]
    [InlineData("""{ "request": { "path": "/login", "body": { "a": "{assertion}" } }, "assertion": { "claims": { "iss": "{user}" } } }""",
        "fields: one field must be of the type private_key: it signs")]
    public async Task Exchange_that_can_not_work_is_told(string change, string? problem) =>
        (await FaultsAsync(change, """{ "type": "exchange", "fields": [{ "name": "user", "title": "User" }] }"""))
            .ShouldBe(problem is null ? [] : [$"sample/tool.json /auth/0/{problem}"]);

    [Theory]
    [InlineData("oauth2", """{ "after_connect": { "values": { "a": "$.a" } } }""", "/auth/0/after_connect/request")]
    [InlineData("oauth2", """{ "parameter_names": { "clientid": "x" } }""", "/auth/0/parameter_names")]
    [InlineData("oauth2", """{ "scheme": "The Bot" }""", "/auth/0/scheme")]
    [InlineData("exchange", "{}", "/auth/0")]
    [InlineData("jwt_bearer", """{ "token_url": "https://sample.example/t", "claims": { "exp": "1" } }""", "/auth/0/claims")]
    public async Task Shape_is_held_to_the_schema(string type, string change, string place)
    {
        var faults = await FaultsAsync(change, type == "oauth2" ? null : $$"""{ "type": "{{type}}" }""");

        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(fault => fault.StartsWith($"sample/tool.json {place}"));
    }

    [Fact]
    public async Task Server_is_filled_by_every_way_to_connect_and_found_by_none_of_its_own_requests()
    {
        _folder.Add("sample", manifest =>
        {
            manifest["server"]!["url"] = "https://api.sample.example/{cloud}";
            manifest["auth"]![0]!["after_connect"] = JsonNode.Parse("""{ "request": { "path": "/sites" }, "values": { "cloud": "$[0].id" } }""");
            manifest["auth"]!.AsArray().Add(JsonNode.Parse("""{ "type": "bearer" }"""));
        });

        (await ACatalog.FaultsAsync(_folder)).Order().ShouldBe(
        [
            "sample/tool.json /auth/0/after_connect/request/path: is behind a server whose {cloud} it is to find: use url",
            "sample/tool.json /server/url: {cloud} is no field of a connection by /auth/1",
        ]);
    }

    [Fact]
    public async Task Two_schemes_do_not_share_a_name()
    {
        _folder.Add("sample", manifest =>
        {
            manifest["auth"]![0]!["scheme"] = "bot";
            manifest["auth"]!.AsArray().Add(manifest["auth"]![0]!.DeepClone());
        });

        (await ACatalog.FaultsAsync(_folder)).ShouldBe(["sample/tool.json /auth/1/scheme: bot is another scheme's name"]);
    }

    private async Task<string[]> FaultsAsync(string change, string? auth = null)
    {
        _folder.Add("sample", manifest =>
        {
            manifest["connection_fields"] = JsonNode.Parse(
                """[{ "name": "site", "title": "Site" }, { "name": "secret", "title": "Secret", "secret": true }]""");
            if (auth is not null) manifest["auth"] = new JsonArray(JsonNode.Parse(auth));
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) manifest["auth"]![0]![name] = value?.DeepClone();
        });
        return await ACatalog.FaultsAsync(_folder);
    }
}
