using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Tests.Shared;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Tests.Runs;

public sealed class ListFunctionsTests : IDisposable
{
    private readonly AnApplication _application = new(
        ATool.WithOAuth("github", ATool.Action("list_repositories", """{ "type": "object", "properties": { "page": { "type": "integer", "minimum": 1 } } }"""),
            ATool.Action("create_repository"), ATool.Action("old") with { Request = null }),
        ATool.WithOAuth("slack"),
        ATool.WithOAuth("notion"));

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Only_what_is_connected_on_enabled_and_executable_is_a_function()
    {
        await _application.ConnectByOAuthAsync(Given.SessionId());
        await _application.ConnectByOAuthAsync(Given.SessionId("slack"));
        (await _application.SendAsync(new SetActionEnabledCommand(Given.SessionId(), "create_repository", false))).Required();
        (await _application.SendAsync(new SetToolActiveCommand(Given.SessionId("slack"), false))).Required();

        (await ListAsync()).Select(function => function.Name).ShouldBe(["github_list_repositories"]);
    }

    [Fact]
    public async Task Function_says_what_the_action_says_and_always_what_is_required()
    {
        await _application.ConnectByOAuthAsync(Given.SessionId());

        var function = (await ListAsync())[0];

        function.Description.ShouldBe("Does list_repositories.");
        function.Parameters.GetRawText().ShouldBe("""{"type":"object","properties":{"page":{"type":"integer","minimum":1}},"required":[]}""");
    }

    [Fact]
    public async Task Alternatives_at_the_top_which_providers_refuse_are_left_out()
    {
        using var application = new AnApplication(ATool.WithOAuth("github", ATool.Action("find",
            """
            {
              "type": "object",
              "properties": { "id": { "anyOf": [{ "type": "integer" }, { "type": "string" }] } },
              "anyOf": [{ "required": ["id"] }],
              "not": { "required": ["x"] },
              "required": ["id"]
            }
            """)));
        await application.ConnectByOAuthAsync(Given.SessionId());

        var function = (await application.SendAsync(new ListFunctionsQuery(ToolUser.Of(Given.Tenant, Given.Owner()), Strict: false))).Required().ShouldHaveSingleItem();

        function.Parameters.GetRawText()
            .ShouldBe("""{"type":"object","properties":{"id":{"anyOf":[{"type":"integer"},{"type":"string"}]}},"required":["id"]}""");
    }

    [Fact]
    public async Task That_no_other_parameters_are_taken_is_not_repeated_in_each_function()
    {
        using var application = new AnApplication(ATool.WithOAuth("github", ATool.Action("find",
            """
            {
              "type": "object",
              "properties": { "at": { "type": "object", "properties": {}, "additionalProperties": false } },
              "required": ["at"],
              "additionalProperties": false
            }
            """)));
        await application.ConnectByOAuthAsync(Given.SessionId());

        var function = (await application.SendAsync(new ListFunctionsQuery(ToolUser.Of(Given.Tenant, Given.Owner()), Strict: false))).Required().ShouldHaveSingleItem();

        function.Parameters.GetRawText()
            .ShouldBe("""{"type":"object","properties":{"at":{"type":"object","properties":{},"additionalProperties":false}},"required":["at"]}""");
    }

    [Fact]
    public async Task All_shipped_tools_together_cost_a_model_less_than_30000_tokens()
    {
        var shipped = ShippedManifests.Names.Where(tool => tool != "mock").ToList();
        using var application = new AnApplication(
            [.. shipped.Select(tool => ATool.WithOAuth(tool, [.. ShippedManifests.Of(tool).GetProperty("actions").EnumerateArray().Select(ActionOf)]))]);
        foreach (var tool in shipped) await application.ConnectByOAuthAsync(Given.SessionId(tool));

        var functions = (await application.SendAsync(new ListFunctionsQuery(ToolUser.Of(Given.Tenant, Given.Owner()), Strict: false))).Required();

        functions.Count.ShouldBeGreaterThan(150);
        // As they are listed, at four characters a token.
        var listed = JsonSerializer.Serialize(functions.Select(function => new
        {
            type = "function",
            function = new { name = function.Name, description = function.Description, parameters = function.Parameters },
            metadata = new { tool_key = function.Tool.Name, action = function.Action.Name },
        }));
        (listed.Length / 4).ShouldBeLessThan(30_000);
    }

    [Fact]
    public async Task Strict_function_has_the_strict_schema()
    {
        await _application.ConnectByOAuthAsync(Given.SessionId());

        (await ListAsync(strict: true))[0].Parameters.GetRawText()
            .ShouldBe("""{"type":"object","properties":{"page":{"type":["integer","null"],"minimum":1}},"required":["page"],"additionalProperties":false}""");
    }

    [Fact]
    public async Task Owner_without_connections_has_no_functions() => (await ListAsync()).ShouldBeEmpty();

    [Fact]
    public async Task Names_that_read_alike_are_told_apart_and_lead_to_their_own_actions()
    {
        using var application = new AnApplication(ATool.WithOAuth("a", ATool.Action("b_c"), ATool.Action("d")), ATool.WithOAuth("a_b", ATool.Action("c")));
        await application.ConnectByOAuthAsync(Given.SessionId("a"));
        await application.ConnectByOAuthAsync(Given.SessionId("a_b"));

        var functions = (await application.SendAsync(new ListFunctionsQuery(ToolUser.Of(Given.Tenant, Given.Owner()), Strict: false))).Required();

        functions.Select(function => function.Name).ShouldBeUnique();
        functions.Select(function => function.Name).ShouldContain("a_d");
        foreach (var function in functions) function.Tool.FindAction(function.Name[(function.Tool.Name.Length + 1)..]).Required().ShouldBe(function.Action);
    }

    private async Task<IReadOnlyList<FunctionView>> ListAsync(bool strict = false) =>
        (await _application.SendAsync(new ListFunctionsQuery(ToolUser.Of(Given.Tenant, Given.Owner()), strict))).Required();

    private static ActionDefinition ActionOf(JsonElement action) =>
        ATool.Action(action.GetProperty("name").GetString()!,
            action.GetProperty("parameters").GetRawText()) with { Description = action.GetProperty("description").GetString()! };
}
