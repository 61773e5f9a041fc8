using System.Globalization;
using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>The first minutes of a newcomer: another port, another folder, another way to say it.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Uri _address = FreePorts.TakeAddress();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{0}")]
    [InlineData("URLS", "http://127.0.0.1:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    [InlineData("HTTP_PORTS", "{0}")]
    public async Task The_port_is_taken_from_the_environment_as_by_every_server_of_the_framework(string variable, string value)
    {
        Dictionary<string, string> environment = new()
        {
            [variable] = string.Format(CultureInfo.InvariantCulture, value, _address.Port),
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
        };

        await using var server = ModuleXProcess.Begin(_folder.Path, _address, environment);

        await server.ReadyAsync();
    }

    [Fact]
    public async Task On_another_port_the_mock_tool_and_callbacks_are_at_that_port()
    {
        await using var server = ModuleXProcess.Begin(
            _folder.Path, _address, new Dictionary<string, string> { ["GITHUB_CLIENT_ID"] = "id", ["GITHUB_CLIENT_SECRET"] = Guid.NewGuid().ToString("N") },
            "--urls", _address.OriginalString, "--environment", "Development");
        await server.ReadyAsync();

        var ada = await new Owner(server.Client, "ada").ConnectedToAsync("mock", new { api_key = "anything" });
        (await ada.ExecuteAsync("mock", "list_users")).With(200);
        Uri.UnescapeDataString((await server.Client.GetReplyAsync("/auth/url/github?user_id=ada")).With(200).Text)
            .ShouldContain($"redirect_uri={_address.OriginalString}/auth/callback/github");
    }

    [Fact]
    public async Task From_another_folder_the_shipped_tools_are_there()
    {
        await using var server = ModuleXProcess.Begin(
            _folder.Path, _address, new Dictionary<string, string>(), $"--Urls={_address.OriginalString}", "--Environment=Development");
        await server.ReadyAsync();

        var tools = (await server.Client.GetReplyAsync("/tools/")).With(200).Text;

        foreach (var tool in new[] { "github", "slack", "mock" }) tools.ShouldContain($"\"{tool}\"");
    }

    [Fact]
    public async Task In_development_the_log_is_for_people_and_says_where_to_look_and_how_to_sign_in()
    {
        await using var server = ModuleXProcess.Begin(
            _folder.Path, _address, new Dictionary<string, string>(), "--urls", _address.OriginalString, "--environment", "Development");
        await server.ReadyAsync();

        await Eventually.BecomesAsync(() => Task.FromResult(server.Output.Contains("admin123", StringComparison.Ordinal)), "line with the sign-in");

        server.Output.ShouldContain($"{_address.OriginalString}/docs");
        server.Output.ShouldContain("admin@example.com");
        foreach (var line in server.Output.Split('\n')) line.ShouldNotStartWith("{");
    }

    [Fact]
    public async Task In_production_the_log_is_for_machines()
    {
        await using var server = ModuleXProcess.Begin(
            _folder.Path, _address, StartTests.NewMasterKey(), "--urls", _address.OriginalString, "--PublicUrl=https://modulex.example");
        await server.ReadyAsync();

        await Eventually.BecomesAsync(() => Task.FromResult(server.Output.Contains("Application started", StringComparison.Ordinal)), "line about the start");

        foreach (var line in server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)) JsonNode.Parse(line).ShouldNotBeNull();
        server.Output.ShouldNotContain("admin123");
    }

    [Fact]
    public async Task In_production_the_public_address_has_to_be_said()
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, StartTests.NewMasterKey(), "serve");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("PublicUrl");
        refused.Errors.ShouldContain("as in https://");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_lists_the_options_that_everybody_looks_for()
    {
        await using var help = await ModuleXProcess.RunAsync(_folder.Path, "--help");
        await using var ofVerb = await ModuleXProcess.RunAsync(_folder.Path, "database", "update", "--help");

        foreach (var option in new[] { "--urls", "--environment", "--wait" }) help.Output.ShouldContain(option);
        foreach (var option in new[] { "--environment", "--wait" }) ofVerb.Output.ShouldContain(option);
    }

    [Fact]
    public async Task A_setting_without_its_sign_is_told_how_to_be_given()
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, "serve", "--Database:Provider", "sqlite");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("--Database:Provider=");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("tools validate")]
    public async Task A_folder_of_tools_that_is_set_has_to_be_there(string verb)
    {
        await using var refused = await ModuleXProcess.RunAsync(_folder.Path, [.. verb.Split(' '), "--environment=Development", "--Catalog:Path=nosuch"]);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("Catalog:Path");
        refused.Errors.ShouldContain(Path.Combine(_folder.Path, "nosuch"));
        refused.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_reported()
    {
        using var tools = new TestTools().Add("good", "https://example.com", TestTools.ReadThing);
        Directory.CreateDirectory(Path.Combine(tools.Folder, "weather"));
        await File.WriteAllTextAsync(Path.Combine(tools.Folder, "weather", "tools.json"), "{}");

        await using var report = await ModuleXProcess.RunAsync(_folder.Path, "tools", "validate", "--folder", tools.Folder);
        await using var server = ModuleXProcess.Serve(_folder.Path, $"--Catalog:Path={tools.Folder}");
        await server.ReadyAsync();

        report.ExitCode.ShouldBe(2);
        report.Errors.ShouldContain("weather has no tool.json");
        await Eventually.BecomesAsync(
            () => Task.FromResult(server.Output.Contains("weather has no tool.json", StringComparison.Ordinal)), "line about the folder");
    }
}
