using System.Text.Json.Nodes;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>What a person who writes manifests is told.</summary>
public sealed class ManifestProblemTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_problem_of_every_file_is_told_at_once_and_good_tools_load()
    {
        _folder.Add("good");
        _folder.Add("one", manifest =>
        {
            manifest.Remove("version");
            manifest["colour"] = "red";
            manifest["actions"]![0]!["request"]!["method"] = "FETCH";
        });
        _folder.Add("two", manifest => manifest["server"]!["url"] = "ftp://example.org");
        _folder.Write("three", "tool.json", "{\n  \"name\": \"three\",\n  oops\n}");
        await using var catalog = new ACatalog(_folder.Root);

        var loaded = await catalog.LoadAsync(_folder.Root);

        loaded.Tools.Select(tool => tool.Name).ShouldBe(["good"]);
        loaded.Faults.Select(fault => $"{fault.File} {fault.Problem.Pointer}").Order().ShouldBe(
        [
            "one/tool.json /actions/0/request/method",
            "one/tool.json /colour",
            "one/tool.json /version",
            "three/tool.json ",
            "two/tool.json /server/url",
        ]);
    }

    [Fact]
    public async Task Broken_json_is_told_with_its_line()
    {
        _folder.Write("broken", "tool.json", "{\n  \"name\": \"broken\",\n  oops\n}");

        (await ACatalog.FaultsAsync(_folder)).ShouldHaveSingleItem().ShouldStartWith("broken/tool.json (root): is no JSON: line 3, ");
    }

    [Theory]
    [InlineData("description")]
    [InlineData("parameters")]
    public async Task Half_a_character_costs_its_own_tool_only(string place)
    {
        _folder.Add("good");
        var text = ManifestFolder.Manifest("broken").ToJsonString();
        _folder.Write("broken", "tool.json", place == "description" ? text.Replace("Finds.", @"Finds \ud800.") : text.Replace("\"q\":", @"""\udc00"":"));

        (await ACatalog.FaultsAsync(_folder)).ShouldHaveSingleItem().ShouldStartWith("broken/tool.json (root): has half of a character");
    }

    [Fact]
    public async Task Schema_that_is_wrong_is_told_before_its_action_is_used()
    {
        _folder.Add("broken", manifest => manifest["actions"]![0]!["parameters"]!["properties"]!["q"] = JsonNode.Parse(
            """{ "type": "string", "description": "What.", "nullable": true, "pattern": "(" }"""));

        (await ACatalog.FaultsAsync(_folder)).Select(fault => fault.Split(':')[0]).Order().ShouldBe(
        [
            "broken/tool.json /actions/0/parameters/properties/q/nullable",
            "broken/tool.json /actions/0/parameters/properties/q/pattern",
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "name": "a", "name": "b" }""")]
    public async Task Text_that_is_no_manifest_at_all_costs_its_own_tool_only(string text)
    {
        _folder.Write("broken", "tool.json", text);
        _folder.Write("original", "info.json", text);
        _folder.Add("good");

        (await ACatalog.FaultsAsync(_folder)).Select(fault => fault.Split(' ')[0]).Distinct().ShouldBe(["broken/tool.json", "original/info.json"]);
    }

    [Fact]
    public async Task Names_that_meet_nothing_are_told_with_their_places()
    {
        _folder.Add("sample", manifest =>
        {
            manifest["server"]!["url"] = "https://{region}.example";
            manifest["errors"] = JsonNode.Parse("""[{ "kind": "failed", "path": "$.[x" }]""");
            manifest["connection_fields"] = JsonNode.Parse("""[{ "name": "site", "title": "Site", "pattern": "(a" }]""");
            manifest["auth"]![0]!["token_response"] = JsonNode.Parse("""{ "access_token": "$..token" }""");
            manifest["verification"] = JsonNode.Parse("""{ "path": "/me", "label": ["$.login", "$..name"] }""");
            var action = manifest["actions"]![0]!;
            action["parameters"]!["required"] = JsonNode.Parse("""["q", "lost"]""");
            action["pagination"] = JsonNode.Parse("""{ "style": "page", "parameter": "page" }""");
            action["request"] = JsonNode.Parse(
                """{ "method": "GET", "path": "/find/{id}", "server": "https://other.example", "parameters": { "w": { "in": "query" } } }""");
        });

        (await ACatalog.FaultsAsync(_folder)).Order().ShouldBe(
        [
            "sample/tool.json /actions/0/pagination/parameter: page is not a parameter",
            "sample/tool.json /actions/0/parameters/required: lost is not among the properties",
            "sample/tool.json /actions/0/request/parameters/w: is not a parameter",
            "sample/tool.json /actions/0/request/path: {id} is not a parameter",
            "sample/tool.json /actions/0/request/server: other.example is not in /server/allowed_hosts",
            "sample/tool.json /auth/0/token_response/access_token: is no JSONPath of names, indexes and [*]",
            "sample/tool.json /connection_fields/0/pattern: is no regular expression that can be matched without backtracking",
            "sample/tool.json /errors/0/path: is no JSONPath of names, indexes and [*]",
            "sample/tool.json /server/url: {region} is not a connection field",
            "sample/tool.json /verification/label/1: is no JSONPath of names, indexes and [*]",
        ]);
    }

    [Theory]
    [InlineData("\"$.login\"", "")]
    [InlineData("[]", "")]
    [InlineData("[7]", "/0")]
    [InlineData("""["/login"]""", "/0")]
    public async Task Label_is_a_list_of_paths(string label, string pointer)
    {
        _folder.Add("sample", manifest => manifest["verification"] = JsonNode.Parse($$"""{ "path": "/me", "label": {{label}} }"""));

        (await ACatalog.FaultsAsync(_folder)).ShouldHaveSingleItem().ShouldStartWith($"sample/tool.json /verification/label{pointer}: ");
    }

    [Theory]
    [InlineData("POST", """{ "needs_approval": true }""", "needs_approval: only a destructive action can need approval")]
    [InlineData("DELETE", """{ "destructive": false, "needs_approval": true }""", "needs_approval: only a destructive action can need approval")]
    [InlineData("POST", """{ "read_only": true, "destructive": true }""", "read_only: a destructive action can't be read_only")]
    [InlineData("DELETE", """{ "needs_approval": true }""", null)]
    public async Task Flags_of_behaviour_that_contradict_each_other_are_told(string method, string behaviour, string? problem)
    {
        _folder.Add("sample", manifest =>
        {
            manifest["actions"]![0]!["request"]!["method"] = method;
            manifest["actions"]![0]!["behaviour"] = JsonNode.Parse(behaviour);
        });

        (await ACatalog.FaultsAsync(_folder)).ShouldBe(problem is null ? [] : [$"sample/tool.json /actions/0/behaviour/{problem}"]);
    }

    [Fact]
    public async Task Ways_to_connect_that_cannot_work_are_told_with_their_places()
    {
        _folder.Add("sample", manifest =>
        {
            manifest["server"]!["url"] = "https://api.sample.example?version=1";
            var auth = manifest["auth"]![0]!;
            auth["token_url"] = "https://{shop}.sample.example/token";
            auth["revoke_url"] = "https://sample.example/revoke";
            auth["token_refusals"] = JsonNode.Parse("""[{ "path": "$..status" }]""");
            auth["revoke"] = JsonNode.Parse("""{ "path": "/grants/{app}", "body": { "token": "{acess_token}" } }""");
            manifest["errors"] = JsonNode.Parse("""[{ "kind": "missing_scope", "scopes_missing": { "needed": "x-needed", "held": "x-held" } }]""");
        });

        (await ACatalog.FaultsAsync(_folder)).Order().ShouldBe(
        [
            "sample/tool.json /auth/0/revoke/body/token: {acess_token} is no field of the credential",
            "sample/tool.json /auth/0/revoke/path: {app} is no field of the credential",
            "sample/tool.json /auth/0/revoke: can't stand beside revoke_url",
            "sample/tool.json /auth/0/token_refusals/0/path: is no JSONPath of names, indexes and [*]",
            "sample/tool.json /auth/0/token_url: {shop} is not a connection field",
            "sample/tool.json /server/url: must be without a query and a fragment",
        ]);
    }

    [Theory]
    [InlineData("pkce", "\"plain\"")]
    [InlineData("token_refusals", "[{}]")]
    [InlineData("token_refusals", """[{ "equals": [1] }]""")]
    [InlineData("revoke", "{}")]
    [InlineData("revoke", """{ "path": "https://elsewhere.example/revoke" }""")]
    [InlineData("revoke", """{ "path": "/revoke", "auth": "password" }""")]
    [InlineData("register_url", "\"http://sample.example\"")]
    public async Task Way_to_connect_is_held_to_the_schema(string member, string value)
    {
        _folder.Add("sample", manifest => manifest["auth"]![0]![member] = JsonNode.Parse(value));

        (await ACatalog.FaultsAsync(_folder)).ShouldAllBe(fault => fault.StartsWith($"sample/tool.json /auth/0/{member}"));
        (await ACatalog.FaultsAsync(_folder)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Name_is_that_of_the_folder()
    {
        _folder.Write("sample", "tool.json", ManifestFolder.Manifest("other").ToJsonString());

        (await ACatalog.FaultsAsync(_folder)).ShouldBe(["sample/tool.json /name: must be the name of its folder, sample"]);
    }

    [Theory]
    [InlineData("find", null)]
    [InlineData("search", "find")]
    [InlineData("search", "lookup")]
    public async Task Two_actions_do_not_share_a_name_or_an_alias(string name, string? alias)
    {
        _folder.Add("sample", manifest =>
        {
            manifest["actions"]![0]!["aliases"] = new JsonArray("lookup");
            var second = manifest["actions"]![0]!.DeepClone();
            second["name"] = name;
            second["aliases"] = alias is null ? [] : new JsonArray(alias);
            manifest["actions"]!.AsArray().Add(second);
        });

        (await ACatalog.FaultsAsync(_folder)).ShouldHaveSingleItem()
            .ShouldBe($"sample/tool.json /actions/1/name: {alias ?? name} is already the name or alias of another action");
    }

    [Fact]
    public async Task Schema_of_a_parameter_is_held_to_json_schema()
    {
        _folder.Add("sample", manifest => manifest["actions"]![0]!["parameters"]!["properties"]!["q"]!["pattern"] = "(");

        (await ACatalog.FaultsAsync(_folder)).ShouldHaveSingleItem().ShouldStartWith("sample/tool.json /actions/0/parameters/properties/q/pattern: ");
    }

    [Fact]
    public async Task Parameter_in_the_path_is_required_or_has_a_default()
    {
        _folder.Add("sample", manifest =>
        {
            manifest["actions"]![0]!["request"]!["path"] = "/find/{q}";
            manifest["actions"]![0]!["parameters"]!.AsObject().Remove("required");
        });

        (await ACatalog.FaultsAsync(_folder)).ShouldHaveSingleItem().ShouldEndWith("{q} must be a required parameter or have a default");
    }

    [Fact]
    public async Task Folder_without_a_manifest_is_passed_over_and_an_excluded_tool_is_left_out()
    {
        _folder.Add("good");
        _folder.Add("unwanted");
        _folder.Write("schema", "tool.schema.json", "{}");
        await using var catalog = new ACatalog(_folder.Root);

        var loaded = await catalog.LoadAsync(_folder.Root, "unwanted");

        loaded.Tools.Select(tool => tool.Name).ShouldBe(["good"]);
        loaded.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_reports_tools_and_faults()
    {
        _folder.Add("good");
        _folder.Add("bad", manifest => manifest.Remove("version"));
        await using var catalog = new ACatalog(_folder.Root);

        var report = await catalog.Validation.CheckAsync(null, CancellationToken.None);

        report.Tools.Select(tool => (tool.Name, tool.Actions)).ShouldBe([("good", 1)]);
        report.Faults.ShouldHaveSingleItem().File.ShouldBe("bad/tool.json");
    }
}
