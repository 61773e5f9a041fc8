using ModuleX.Application.Configuration;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Catalog;
using ModuleX.Infrastructure.Runs;

namespace ModuleX.Infrastructure.Tests.Settings;

/// <summary>A settings file that is edited while the server runs.</summary>
public sealed class ReloadTests
{
    private const string TwoAttempts = "[Runs]\nMaxAttempts = 2\n";

    [Fact]
    public async Task Edit_counts_when_the_settings_are_reloaded()
    {
        using var server = new AServer(TwoAttempts);
        server.Write("[Runs]\nMaxAttempts = 4\n[Tools.github]\nClientId = 'new'");
        var before = server.Current<RunOptions>().MaxAttempts;

        var file = (await server.ReloadAsync()).Required();

        before.ShouldBe(2);
        server.Current<RunOptions>().MaxAttempts.ShouldBe(4);
        server.Current<ToolsOptions>()["github"].ClientId.ShouldBe("new");
        file.ShouldBe(new SettingsFileView(server.Path));
        (file.IsLoaded, file.Source).ShouldBe((true, "toml"));
    }

    [Fact]
    public async Task What_the_file_no_longer_says_is_as_without_it()
    {
        using var server = new AServer(TwoAttempts);
        server.Write("");

        await server.ReloadAsync();

        server.Current<RunOptions>().MaxAttempts.ShouldBe(3);
    }

    [Fact]
    public async Task Stronger_sources_still_win()
    {
        using var server = new AServer(TwoAttempts, others: ("Runs:MaxAttempts", "5"));
        server.Write("[Runs]\nMaxAttempts = 4\nRetryDelay = 00:00:01");

        (await server.ReloadAsync()).Error.ShouldBeNull();

        server.Current<RunOptions>().MaxAttempts.ShouldBe(5);
        server.Current<RunOptions>().RetryDelay.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task File_that_is_not_TOML_changes_nothing()
    {
        using var server = new AServer(TwoAttempts);
        server.Write("[Runs]\nMaxAttempts = four");

        var error = await RefusedAsync(server);

        error.Message.ShouldStartWith("modulex.toml, line 2, column 15: ");
    }

    [Fact]
    public async Task Values_that_are_not_allowed_are_named_one_by_one_and_change_nothing()
    {
        using var server = new AServer(TwoAttempts);
        server.Write("PublicUrl = 'nope'\n[Runs]\nMaxAttempts = 9\n[Tools.github]\nClientId = 'new'");

        var error = await RefusedAsync(server);

        error.Problems.Length.ShouldBe(2);
        error.Message.ShouldContain("PublicUrl");
        error.Message.ShouldContain("Runs:MaxAttempts");
        server.Current<ToolsOptions>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Runs]\nMaxAttempts = 'many'", "Runs:MaxAttempts")]
    [InlineData("[Runs]\nMaxAttempts = 1.5", "Runs:MaxAttempts")]
    [InlineData("[Logging.LogLevel]\nDefault = 'Loud'", "Loud")]
    [InlineData("[Logging.Console]\nMaxQueueLength = 'long'", "MaxQueueLength")]
    public async Task Values_of_another_kind_change_nothing(string text, string named)
    {
        using var server = new AServer(TwoAttempts);
        server.Write(text);

        var error = await RefusedAsync(server);

        error.Message.ShouldContain(named);
    }

    [Fact]
    public async Task File_that_is_right_again_is_taken()
    {
        using var server = new AServer(TwoAttempts);
        server.Write("[Logging.Console]\nMaxQueueLength = 'long'");
        await server.ReloadAsync();
        server.Write("[Runs]\nMaxAttempts = 4");

        (await server.ReloadAsync()).Error.ShouldBeNull();

        server.Current<RunOptions>().MaxAttempts.ShouldBe(4);
    }

    [Fact]
    public async Task File_that_comes_later_is_taken_and_one_that_goes_leaves_the_defaults()
    {
        using var server = new AServer(text: null);
        var at = await server.FileAsync();

        server.Write(TwoAttempts);
        var come = (await server.ReloadAsync()).Required();
        var attempts = server.Current<RunOptions>().MaxAttempts;
        File.Delete(server.Path);
        var gone = (await server.ReloadAsync()).Required();

        (at.IsLoaded, at.Source, at.Path).ShouldBe((false, "defaults", null));
        come.IsLoaded.ShouldBeTrue();
        attempts.ShouldBe(2);
        gone.ShouldBe(at);
        server.Current<RunOptions>().MaxAttempts.ShouldBe(3);
    }

    [Fact]
    public async Task File_that_the_environment_names_may_not_go()
    {
        using var server = new AServer(TwoAttempts, isNamed: true);
        File.Delete(server.Path);

        var error = await RefusedAsync(server);

        error.Message.ShouldBe($"{server.Path}, which MODULEX_CONFIG_PATH names, is not there");
    }

    private static async Task<Error> RefusedAsync(AServer server)
    {
        var error = (await server.ReloadAsync()).Error.ShouldNotBeNull();

        (error.Kind, error.Code).ShouldBe((ErrorKind.Invalid, "settings_invalid"));
        server.Settings["Runs:MaxAttempts"].ShouldBe("2");
        server.Current<RunOptions>().MaxAttempts.ShouldBe(2);
        (await server.FileAsync()).Path.ShouldBe(server.Path);
        return error;
    }
}
