using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>Manifests of the format that came first, <c>info.json</c>.</summary>
public sealed class OriginalFormatTests : IDisposable
{
    private const string Info =
        """
        {
          "name": "legacy", "display_name": "Legacy", "description": "An old tool.", "version": "2.1.0", "author": "Ada",
          "requires_auth": true, "auth_type": "oauth2", "categories": [{ "id": 1, "name": "Code" }],
          "setup_environment_variables": [{ "name": "LEGACY_ID", "description": "The client.", "about_url": "https://legacy.example", "setting": "ClientId" }],
          "actions": [
            {
              "name": "find", "description": "Finds.",
              "parameters": {
                "q": { "type": "string", "description": "What.", "required": true },
                "must": { "type": "string", "optional": false },
                "page": { "type": "integer", "default": 1, "optional": true }
              },
              "request": { "method": "GET", "path": "/find" }
            },
            { "name": "script", "description": "Runs a script.", "parameters": {} }
          ]
        }
        """;

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tool_says_who_it_is()
    {
        var tool = await ReadAsync(Info);

        (tool.Name, tool.DisplayName, tool.Version, tool.Author).ShouldBe(("legacy", "Legacy", "2.1.0", "Ada"));
        tool.Categories.ShouldBe(["Code"]);
        tool.EnvironmentVariables.ShouldHaveSingleItem().Name.ShouldBe("LEGACY_ID");
    }

    [Fact]
    public async Task Parameters_become_a_closed_schema()
    {
        var action = (await ReadAsync(Info)).Actions.ByName["find"];

        action.RequiredParameters.Order().ShouldBe(["must", "q"]);
        action.Defaults["page"].GetInt32().ShouldBe(1);
        action.ParameterSchemas["must"].GetProperty("description").GetString().ShouldBe("must");
        action.Parameters.Validate(System.Text.Json.JsonElement.Parse("""{ "q": "a", "must": "b", "other": 1 }""")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Action_without_a_request_is_listed_and_can_not_be_executed()
    {
        var tool = await ReadAsync(Info);

        tool.Actions.ByName["script"].Request.ShouldBeNull();
        tool.Actions.ByName["find"].Request.ShouldNotBeNull().Path.Text.ShouldBe("/find");
    }

    [Fact]
    public async Task Addresses_come_from_the_settings()
    {
        var tool = await ReadAsync(Info,
            ("Tools:legacy:Server", "https://api.legacy.example"), ("Tools:legacy:AuthorizeUrl", "https://legacy.example/a"),
            ("Tools:legacy:TokenUrl", "https://legacy.example/t"));

        tool.Server.Url.Constant!.Host.ShouldBe("api.legacy.example");
        tool.Auth[0].OAuth!.AuthorizeUrl!.Constant!.AbsolutePath.ShouldBe("/a");
        tool.Auth[0].OAuth!.TokenUrl.Constant!.AbsolutePath.ShouldBe("/t");
    }

    [Theory]
    [InlineData("true", "\"manual\"", AuthKind.Manual)]
    [InlineData("true", "\"api_key\"", AuthKind.ApiKey)]
    [InlineData("true", "\"basic\"", AuthKind.Basic)]
    [InlineData("true", "\"none\"", AuthKind.None)]
    [InlineData("true", "null", AuthKind.None)]
    [InlineData("false", "\"oauth2\"", AuthKind.None)]
    public async Task Auth_type_is_understood(string requiresAuth, string authType, AuthKind kind) =>
        (await ReadAsync(Info.Replace("\"requires_auth\": true", $"\"requires_auth\": {requiresAuth}")
            .Replace("\"auth_type\": \"oauth2\"", $"\"auth_type\": {authType}")))
            .Auth[0].Kind.ShouldBe(kind);

    [Fact]
    public async Task Newer_format_wins_where_a_folder_has_both()
    {
        _folder.Add("legacy", manifest => manifest["display_name"] = "Newer");

        (await ReadAsync(Info)).DisplayName.ShouldBe("Newer");
    }

    [Fact]
    public async Task Problems_are_told_as_for_the_newer_format()
    {
        _folder.Write("legacy", "info.json", """{ "name": "legacy", "display_name": 7, "actions": [{ "name": "Bad Name", "parameters": { "q": 1 } }, 2] }""");

        var faults = await ACatalog.FaultsAsync(_folder);

        faults.ShouldContain(fault => fault.StartsWith("legacy/info.json /display_name: "));
        faults.ShouldContain(fault => fault.StartsWith("legacy/info.json /actions/0/name: "));
        faults.ShouldContain(fault => fault.StartsWith("legacy/info.json /actions/0/parameters/properties/q: "));
        faults.ShouldContain(fault => fault.StartsWith("legacy/info.json /actions/1: "));
    }

    private async Task<ToolDefinition> ReadAsync(string info, params (string, string)[] settings)
    {
        _folder.Write("legacy", "info.json", info);
        return await ACatalog.ReadAsync(_folder, "legacy", settings);
    }
}
