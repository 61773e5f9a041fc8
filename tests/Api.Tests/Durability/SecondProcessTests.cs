using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Durability;

[Collection(Alone.Name)]
public sealed class SecondProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_second_process_on_the_same_database_refuses_to_start_and_the_first_goes_on()
    {
        using var folder = new TempFolder();
        await using var first = ModuleXProcess.Serve(folder.Path);
        await first.ReadyAsync();

        await using var second = ModuleXProcess.Serve(folder.Path);
        var exitCode = await second.ExitAsync(Limit);

        exitCode.ShouldBe(1);
        second.Errors.ShouldBe(
            $"Another ModuleX process (process {first.Id}) uses this database. Stop it, or run the cluster (src/Silo), where many processes share one.");
        var ada = await new Owner(first.Client, "ada").ConnectedToAsync("mock", new { api_key = "any" });
        (await ada.ExecuteAsync("mock", "get_health")).With(200);
        first.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task The_database_is_free_as_soon_as_its_process_is_dead()
    {
        using var folder = new TempFolder();
        await using var first = ModuleXProcess.Serve(folder.Path);
        await first.ReadyAsync();

        first.Kill();
        await using var second = ModuleXProcess.Serve(folder.Path);
        await second.ReadyAsync();

        (await second.Client.GetReplyAsync("/health/ready")).With(200);
    }
}
