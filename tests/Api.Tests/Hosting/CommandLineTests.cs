using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>The verbs, each in a process of its own as an operator runs them.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Development = "--environment=Development";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task HasDatabaseAsync()
    {
        await using var made = await RunAsync("database", "update", Development);
        made.ExitCode.ShouldBe(0, made.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("keys")]
    [InlineData("keys create")]
    [InlineData("keys list")]
    [InlineData("keys revoke")]
    [InlineData("organizations")]
    [InlineData("organizations create")]
    [InlineData("organizations list")]
    [InlineData("database")]
    [InlineData("database update")]
    [InlineData("database status")]
    [InlineData("database backup")]
    [InlineData("users")]
    [InlineData("users list")]
    [InlineData("users reset-password")]
    [InlineData("users make-admin")]
    [InlineData("encryption")]
    [InlineData("encryption rotate-data-keys")]
    [InlineData("tools")]
    [InlineData("tools validate")]
    public async Task Every_verb_explains_itself(string verb)
    {
        await using var help = await RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        help.ExitCode.ShouldBe(0, help.Errors);
        help.Output.ShouldContain("Usage:");
        help.Output.ShouldContain("Description:");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Organizations_are_made_once_and_listed()
    {
        await HasDatabaseAsync();
        await using var made = await RunAsync("organizations", "create", "--slug", "acme", "--name", "Acme Corporation", Development);
        await using var again = await RunAsync("organizations", "create", "--slug", "acme", "--name", "Acme Corporation", Development);
        await using var malformed = await RunAsync("organizations", "create", "--slug", "Not A Slug", "--name", "n", Development);
        await using var listed = await RunAsync("organizations", "list", Development);

        made.ExitCode.ShouldBe(0, made.Errors);
        made.Output.ShouldEndWith("\tacme\tAcme Corporation");
        again.ExitCode.ShouldBe(1);
        again.Errors.ShouldContain("acme");
        malformed.ExitCode.ShouldBe(1);
        listed.Output.Split('\n').Select(line => line.Split('\t')[1]).ShouldBe(["acme", "default"]);
    }

    [Fact]
    public async Task A_key_is_shown_once_listed_without_its_text_and_revoked()
    {
        await HasDatabaseAsync();
        await using var made = await RunAsync(
            "keys", "create", "--organization", "default", "--name", "backend", "--scope", "runs:execute", "--scope", "sessions:read", Development);
        await using var listed = await RunAsync("keys", "list", "--organization", "default", Development);
        var id = listed.Output.Split('\n')[1].Split('\t')[0];
        await using var revoked = await RunAsync("keys", "revoke", id, Development);
        await using var after = await RunAsync("keys", "list", "--organization", "default", Development);

        made.ExitCode.ShouldBe(0, made.Errors);
        made.Output.ShouldStartWith("mx_");
        made.Output.ShouldNotContain("\n");
        listed.Output.ShouldContain(made.Output[..11]);
        listed.Output.ShouldNotContain(made.Output);
        listed.Output.Split('\n')[1].Split('\t')[3].ShouldBe("runs:execute sessions:read");
        listed.Output.ShouldEndWith("\t-");
        revoked.Output.ShouldBe($"Key {id} is revoked.");
        after.Output.ShouldNotEndWith("\t-");
    }

    [Theory]
    [InlineData("keys create --organization nosuch --name n", "nosuch")]
    [InlineData("keys create --organization default --name n --scope everything", "everything")]
    [InlineData("keys create --organization default --name n --expires 2001-01-01T00:00:00Z", "")]
    [InlineData("keys create --organization default", "--name")]
    [InlineData("keys list --organization default --tenant nosuch", "nosuch")]
    [InlineData("keys revoke 0195d3a0-0000-7000-8000-000000000000", "0195d3a0-0000-7000-8000-000000000000")]
    [InlineData("keys revoke nonsense", "nonsense")]
    [InlineData("keys forget", "Required command was not provided")]
    [InlineData("database status --bogus", "--bogus")]
    [InlineData("tools validate --folder nosuch-folder", "nosuch-folder")]
    public async Task What_can_not_be_done_is_told_in_words(string arguments, string said)
    {
        await HasDatabaseAsync();
        await using var refused = await RunAsync([.. arguments.Split(' '), Development]);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldNotBeEmpty();
        refused.Errors.ShouldContain(said);
        refused.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task The_schema_is_looked_at_without_a_trace_and_brought_up_to_date()
    {
        await using var before = await RunAsync("database", "status", Development);
        var files = Directory.GetFileSystemEntries(_folder.Path);
        await using var update = await RunAsync("database", "update", Development);
        await using var after = await RunAsync("database", "status", Development);
        await using var again = await RunAsync("database", "update", Development);

        before.ExitCode.ShouldBe(1);
        before.Errors.ShouldContain("database update");
        files.ShouldBeEmpty();
        update.ExitCode.ShouldBe(0, update.Errors);
        update.Output.ShouldStartWith("applied ");
        after.ExitCode.ShouldBe(0, after.Errors);
        after.Output.ShouldNotContain("pending");
        again.Output.ShouldBe("The database is up to date.");
    }

    [Fact]
    public async Task Good_manifests_are_counted()
    {
        await using var report = await RunAsync("tools", "validate", "--folder", Repository.PathOf("integrations"));

        report.ExitCode.ShouldBe(0, report.Errors);
        report.Output.ShouldContain("github: ");
        report.Output.ShouldEndWith("tools are good, 0 files are not.");
    }

    [Fact]
    public async Task Every_problem_of_every_manifest_has_its_pointer()
    {
        var wrong = TestTools.ReadThing;
        wrong["request"]!["method"] = "FETCH";
        using var tools = new TestTools().Add("good", "https://example.com", TestTools.ReadThing).Add("wrong", "https://example.com", wrong)
            .AddManifest("empty", new JsonObject());
        Directory.CreateDirectory(Path.Combine(tools.Folder, "broken"));
        await File.WriteAllTextAsync(Path.Combine(tools.Folder, "broken", "tool.json"), "{ not json");

        await using var report = await RunAsync("tools", "validate", "--folder", tools.Folder);

        report.ExitCode.ShouldBe(2);
        report.Output.ShouldEndWith("1 tools are good, 3 files are not.");
        report.Errors.ShouldContain("/actions/0/request/method");
        report.Errors.ShouldContain("broken/tool.json");
        report.Errors.Split('\n').Count(line => line.StartsWith("empty/tool.json", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Data_keys_are_rotated()
    {
        await HasDatabaseAsync();
        await using var rotated = await RunAsync("encryption", "rotate-data-keys", Development);

        rotated.ExitCode.ShouldBe(0, rotated.Errors);
        rotated.Output.ShouldContain("have new keys");
    }

    private Task<ModuleXProcess> RunAsync(params string[] arguments) => ModuleXProcess.RunAsync(_folder.Path, arguments);
}
