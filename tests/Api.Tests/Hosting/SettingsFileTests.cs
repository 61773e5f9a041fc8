using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>The operator's settings file, as the program finds it.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private const string NineAttempts = "[Runs]\nMaxAttempts = 9\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_in_the_working_directory_counts()
    {
        Write("modulex.toml", NineAttempts);

        await using var refused = await RunAsync([]);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldStartWith("The settings are not right:\n  Runs:MaxAttempts ");
    }

    [Fact]
    public async Task Environment_wins_over_the_file_and_the_command_line_over_both()
    {
        Write("modulex.toml", NineAttempts);

        await using var byEnvironment = await RunAsync(Variable("Runs__MaxAttempts", "2"));
        await using var byCommandLine = await RunAsync(Variable("Runs__MaxAttempts", "8"), "--Runs:MaxAttempts=2");
        await using var byNeither = await RunAsync(Variable("Runs__MaxAttempts", "2"), "--Runs:MaxAttempts=8");

        byEnvironment.ExitCode.ShouldBe(0, byEnvironment.Errors);
        byCommandLine.ExitCode.ShouldBe(0, byCommandLine.Errors);
        byNeither.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task File_that_the_environment_names_counts_instead()
    {
        Write("modulex.toml", "not TOML");
        Write("other.toml", NineAttempts);

        await using var refused = await RunAsync(Variable("MODULEX_CONFIG_PATH", "other.toml"));

        refused.Errors.ShouldContain("Runs:MaxAttempts");
    }

    [Theory]
    [InlineData("[Runs]\nMaxAttempts = two\n", "modulex.toml, line 2, column 15: a value is expected")]
    [InlineData("[Runs]\nMaxAttempts = 2\nmaxattempts = 2\n", "modulex.toml, line 3, column 1: this key is the one of line 2")]
    [InlineData("[Runs]\n\"a:b\" = 2\n", "modulex.toml, line 2, column 1: a setting's name has no colon")]
    public async Task File_that_can_not_be_read_is_refused_where_it_goes_wrong(string text, string said)
    {
        Write("modulex.toml", text);

        await ShouldRefuseAsync([], said);
    }

    [Theory]
    [InlineData("nosuch.toml", "nosuch.toml, which MODULEX_CONFIG_PATH names, is not there")]
    [InlineData("modulex.json", "MODULEX_CONFIG_PATH must name a file that ends in .toml; it is modulex.json.")]
    public async Task Name_that_names_no_such_file_is_refused(string named, string said) =>
        await ShouldRefuseAsync(Variable("MODULEX_CONFIG_PATH", named), said);

    [Fact]
    public async Task Server_that_runs_passes_its_own_trial()
    {
        await using var server = await ModuleXServerBuilder.AModuleX().StartAsync();

        var tenant = (await server.Services.GetRequiredService<IOrganizationRepository>().FindTenantAsync(Tenant.DefaultDomain, CancellationToken.None))!.Id;
        var reloaded = await server.Services.GetRequiredService<IUseCases>().SendAsync(new ReloadSettingsCommand(Actor.System(tenant), OnAllNodes: false), CancellationToken.None);

        reloaded.Required().Source.ShouldBe("defaults");
        (await server.Client.GetReplyAsync("/health/ready")).Status.ShouldBe(200);
    }

    private async Task ShouldRefuseAsync(Dictionary<string, string> environment, string said)
    {
        await using var refused = await RunAsync(environment);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain(said);
        refused.Errors.ShouldNotContain("\n");
    }

    private static Dictionary<string, string> Variable(string name, string value) => new() { [name] = value };

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);

    private Task<ModuleXProcess> RunAsync(Dictionary<string, string> environment, params string[] settings) =>
        ModuleXProcess.RunAsync(_folder.Path, environment, ["tools", "validate", "--folder", Repository.PathOf("integrations"), .. settings]);
}
