using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>What a good manifest becomes, and what it need not say.</summary>
public sealed class MappingTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Action_is_found_by_its_aliases()
    {
        var tool = await ReadAsync(manifest => manifest["actions"]![0]!["aliases"] = new JsonArray("search"));

        tool.Actions.ByName["search"].ShouldBeSameAs(tool.Actions.ByName["find"]);
    }

    [Fact]
    public async Task Whole_numbers_may_be_written_with_a_fraction_or_an_exponent()
    {
        var tool = await ReadAsync(manifest => manifest["actions"]![0] = JsonNode.Parse(
            """
            {
              "name": "find", "description": "Finds.", "parameters": { "type": "object", "properties": {} },
              "request": { "method": "GET", "path": "/find" }, "response": { "max_bytes": 1.0e3 }, "retry": { "max_attempts": 2.0 },
              "errors": [{ "kind": "not_found", "status": [404.0] }]
            }
            """));

        var action = tool.Actions.ShouldHaveSingleItem();
        (action.Response.MaxBytes, action.MaxAttempts).ShouldBe((1000, 2));
        action.Errors.ShouldHaveSingleItem().Statuses.ShouldBe([404]);
    }

    [Fact]
    public async Task Actions_that_many_ask_for_at_once_are_made_once()
    {
        var tool = await ReadAsync(_ => { });

        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
        {
            var action = tool.FindAction("find").Required();
            action.Parameters.Validate(JsonElement.Parse("""{ "q": 1 }""")).ShouldHaveSingleItem().Pointer.ShouldBe("/q");
            return action;
        })));

        found.Distinct(ReferenceEqualityComparer.Instance).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{ "path": "/me" }""", "GET /me")]
    [InlineData("""{ "method": "POST", "path": "/me", "label": ["$.team", "$.users[0].name"] }""", "POST /me $.team $.users[0].name")]
    public async Task Verification_says_where_the_label_is(string verification, string expected)
    {
        var mapped = (await ReadAsync(manifest => manifest["verification"] = JsonNode.Parse(verification))).Verification!;

        string.Join(' ', [mapped.Method, mapped.Path, .. mapped.Label.Select(path => path.Text)]).ShouldBe(expected);
    }

    [Fact]
    public async Task Action_takes_from_the_defaults_what_it_does_not_say()
    {
        var tool = await ReadAsync(manifest =>
        {
            manifest["defaults"] = JsonNode.Parse(
                """
                {
                  "timeout_seconds": 10,
                  "retry": { "max_attempts": 4 },
                  "response": { "select": "$.data", "max_bytes": 100, "success": { "path": "$.ok", "equals": true } }
                }
                """);
            manifest["actions"]![0]!["timeout_seconds"] = 2.5;
            manifest["actions"]![0]!["response"] = JsonNode.Parse("""{ "select": "$.items" }""");
        });

        var action = tool.Actions[0];
        action.Timeout.ShouldBe(TimeSpan.FromSeconds(2.5));
        action.MaxAttempts.ShouldBe(4);
        action.Response.Select!.Text.ShouldBe("$.items");
        action.Response.MaxBytes.ShouldBe(100);
        action.Response.Success!.Path.Text.ShouldBe("$.ok");
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "q": { "type": "string", "description": "What." } }, "required": ["q"] }""", false)]
    [InlineData(
        """
        {
          "type": "object",
          "properties": { "q": { "type": "string", "description": "What." } },
          "required": ["q"],
          "anyOf": [{ "properties": { "q": { "minLength": 1 } } }]
        }
        """,
        false)]
    [InlineData(
        """
        {
          "type": "object",
          "properties": { "q": { "type": "string", "description": "What." } },
          "required": ["q"],
          "allOf": [{ "properties": { "limt": { "type": "integer", "description": "How many." } } }]
        }
        """,
        true)]
    public async Task Parameter_that_no_schema_names_is_refused_and_models_read_so(string parameters, bool isTaken)
    {
        var action = (await ReadAsync(manifest => manifest["actions"]![0]!["parameters"] = JsonNode.Parse(parameters))).Actions[0];

        action.Parameters.Validate(JsonElement.Parse("""{ "q": "x" }""")).ShouldBeEmpty();
        action.Parameters.Validate(JsonElement.Parse("""{ "q": "x", "limt": 1 }""")).Select(problem => problem.Pointer).ShouldBe(isTaken ? [] : ["/limt"]);
        (action.Parameters.Source.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False).ShouldBe(!isTaken);
    }

    [Fact]
    public async Task Errors_of_the_action_come_before_those_of_the_tool()
    {
        var tool = await ReadAsync(manifest =>
        {
            manifest["errors"] = JsonNode.Parse("""[{ "kind": "rate_limited", "status": [403] }]""");
            manifest["actions"]![0]!["errors"] = JsonNode.Parse("""[{ "kind": "not_found", "status": [403] }]""");
        });

        tool.Actions[0].Errors.Select(rule => rule.Kind).ShouldBe([UpstreamFailureKind.NotFound, UpstreamFailureKind.RateLimited]);
    }

    [Fact]
    public async Task What_only_reads_may_be_repeated_though_it_is_a_post()
    {
        var action = (await ReadAsync(manifest =>
        {
            manifest["actions"]![0]!["request"]!["method"] = "POST";
            manifest["actions"]![0]!["behaviour"] = JsonNode.Parse("""{ "read_only": true }""");
        })).Actions[0];

        action.Behaviour.IsIdempotent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", true, false, true, ParameterTarget.Query)]
    [InlineData("POST", false, false, false, ParameterTarget.Body)]
    [InlineData("PUT", false, false, true, ParameterTarget.Body)]
    [InlineData("DELETE", false, true, true, ParameterTarget.Query)]
    public async Task Method_tells_what_the_manifest_does_not(string method, bool isReadOnly, bool isDestructive, bool isIdempotent, ParameterTarget target)
    {
        var action = (await ReadAsync(manifest => manifest["actions"]![0]!["request"]!["method"] = method)).Actions[0];

        action.Behaviour.ShouldBe(new ActionBehaviour(isReadOnly, isDestructive, isIdempotent, false));
        action.Request!.Parameters.ShouldHaveSingleItem().Target.ShouldBe(target);
    }

    [Fact]
    public async Task Settings_move_every_address()
    {
        var tool = await ReadAsync(
            manifest => (manifest["auth"]![0]!["refresh_url"], manifest["auth"]![0]!["revoke_url"], manifest["auth"]![0]!["issuer"]) =
                ("https://sample.example/refresh", "https://sample.example/revoke", "https://sample.example"),
            ("Tools:sample:Server", "http://localhost:1/api/"), ("Tools:sample:AuthorizeUrl", "http://localhost:1/a"),
            ("Tools:SAMPLE:TokenUrl", "http://localhost:1/t"));

        tool.Server.Url.Constant!.AbsoluteUri.ShouldBe("http://localhost:1/api");
        var oauth = tool.Auth[0].OAuth.ShouldNotBeNull();
        oauth.AuthorizeUrl!.Text.ShouldBe("http://localhost:1/a");
        oauth.TokenUrl.Text.ShouldBe("http://localhost:1/t");
        // Nothing may go to the server that the operator moved away from.
        oauth.RefreshUrl.ShouldBeNull();
        oauth.RevokeUrl.ShouldBeNull();
        oauth.Issuer.ShouldBeNull();
    }

    [Fact]
    public async Task Way_to_connect_is_as_usual_where_the_manifest_is_silent()
    {
        var scheme = (await ReadAsync(_ => { })).Auth[0];
        var oauth = scheme.OAuth.ShouldNotBeNull();

        oauth.UsesPkce.ShouldBeTrue();
        (oauth.Issuer, scheme.Revoke, oauth.RegisterUrl).ShouldBe((null, null, null));
        (scheme.Name, scheme.ExpiryLeeway, scheme.TokenLifetime).ShouldBe(("oauth2", TimeSpan.FromMinutes(1), null));
        scheme.TokenRefusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Way_to_connect_takes_what_the_manifest_says()
    {
        var scheme = (await ReadAsync(WithOwnWays)).Auth[0];
        var oauth = scheme.OAuth.ShouldNotBeNull();

        oauth.UsesPkce.ShouldBeFalse();
        oauth.Issuer!.Text.ShouldBe("https://id.example/{tenant}");
        oauth.RegisterUrl.ShouldBe("https://sample.example/apps");
        scheme.TokenRefusals.ShouldHaveSingleItem().Path!.Text.ShouldBe("$.status");
        var revoke = scheme.Revoke.ShouldNotBeNull();
        (revoke.Method, revoke.Path!.Text, revoke.Authority, revoke.SendsJson).ShouldBe(("DELETE", "/grants/{client_id}", RequestAuthority.Client, true));
        revoke.Body.ShouldHaveSingleItem().Value.Text.ShouldBe("{access_token}");
    }

    [Theory]
    [InlineData("TokenUrl", false)]
    [InlineData("RevokeUrl", false)]
    [InlineData("Server", true)]
    public async Task Own_revocation_goes_to_no_server_that_the_operator_moved_away_from(string setting, bool isKept) =>
        ((await ReadAsync(WithOwnWays, ($"Tools:sample:{setting}", "http://localhost:1/x"))).Auth[0].Revoke is not null).ShouldBe(isKept);

    private static void WithOwnWays(JsonObject manifest)
    {
        var auth = manifest["auth"]![0]!;
        (auth["pkce"], auth["issuer"], auth["register_url"]) = ("none", "https://id.example/{tenant}", "https://sample.example/apps");
        auth["token_refusals"] = JsonNode.Parse("""[{ "status": [400], "path": "$.status", "equals": ["BAD_REFRESH_TOKEN"] }]""");
        auth["revoke"] = JsonNode.Parse("""{ "method": "DELETE", "path": "/grants/{client_id}", "body": { "token": "{access_token}" } }""");
    }

    [Theory]
    [InlineData("Server", "nonsense")]
    [InlineData("Server", "ftp://localhost")]
    [InlineData("TokenUrl", "/token")]
    [InlineData("AuthorizeUrl", "javascript:alert(1)")]
    public async Task Address_moved_to_no_url_is_told_by_its_setting(string setting, string value)
    {
        _folder.Add("sample");

        (await ACatalog.FaultsAsync(_folder, ($"Tools:sample:{setting}", value))).ShouldHaveSingleItem()
            .ShouldEndWith($"Tools:sample:{setting} is no http or https URL");
    }

    [Fact]
    public async Task Environment_variable_fills_its_setting_unless_that_is_set()
    {
        Action<JsonObject> withVariables = manifest => manifest["environment_variables"] = JsonNode.Parse(
            """[{ "name": "SAMPLE_SERVER", "description": "Where it is.", "setting": "Server" }, { "name": "SAMPLE_OTHER", "description": "Nothing." }]""");

        (await ReadAsync(withVariables, ("SAMPLE_SERVER", "http://localhost:7"))).Server.Url.Text.ShouldBe("http://localhost:7");
        (await ReadAsync(withVariables, ("SAMPLE_SERVER", "http://localhost:7"),
            ("Tools:sample:Server", "http://localhost:8"))).Server.Url.Text.ShouldBe("http://localhost:8");
        (await ReadAsync(withVariables, ("SAMPLE_SERVER", ""))).Server.Url.Text.ShouldBe("https://api.sample.example");
    }

    [Fact]
    public async Task Public_url_stands_for_the_address_of_this_server() =>
        (await ReadAsync(manifest => manifest["server"]!["url"] = "{public_url}/api/mock",
            ("PublicUrl", "https://modulex.example/"))).Server.Url.Text.ShouldBe("https://modulex.example/api/mock");

    [Fact]
    public async Task Schemes_are_numbered_from_the_second_of_a_kind_on()
    {
        var tool = await ReadAsync(manifest => manifest["auth"] = JsonNode.Parse("""[{ "type": "bearer" }, { "type": "basic" }, { "type": "bearer" }]"""));

        tool.Auth.Select(scheme => scheme.Id).ShouldBe(["bearer", "basic", "bearer_2"]);
        tool.Auth[0].Placements.ShouldHaveSingleItem().Template.Text.ShouldBe("Bearer {token}");
        tool.Auth[1].Fields.Select(field => field.Name).ShouldBe(["username", "password"]);
    }

    private async Task<ToolDefinition> ReadAsync(Action<JsonObject> change, params (string, string)[] settings)
    {
        _folder.Add("sample", change);
        return await ACatalog.ReadAsync(_folder, "sample", settings);
    }
}
