using ModuleX.Application.Runs;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

/// <summary>Large answers share a bounded memory until their callers have them.</summary>
public sealed class AnswerMemoryTests : IAsyncLifetime
{
    private const int OneAnswer = 200 * 1024;

    private readonly OutgoingServices _services = new(("Runs:LargeAnswersBytes", "307200"));
    private Upstream _upstream = null!;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task A_large_answer_waits_until_the_one_before_is_with_its_caller()
    {
        _upstream.Answer = context => Upstream.Json(context, TextOf(context.Request.Path == "/small" ? 1024 : OneAnswer));
        var first = await RunAsync();

        var second = RunAsync();
        (await _services.RunAsync(Tools.At(_upstream.Url), Tools.Get("/small"))).Required().Memory.ShouldBeNull();
        second.IsCompleted.ShouldBeFalse();
        first.Memory!.Dispose();

        (await second).Memory!.Dispose();
    }

    [Fact]
    public async Task An_answer_that_is_no_success_gives_its_memory_back()
    {
        _upstream.Answer = context => Upstream.Send(context, "text/html", new byte[OneAnswer]);
        for (var time = 0; time < 5; time++) (await _services.RunAsync(Tools.At(_upstream.Url), Tools.Get())).Error.ShouldNotBeNull();
        AnswerWith(OneAnswer);

        (await RunAsync()).Memory?.Dispose();
    }

    [Fact]
    public async Task An_answer_larger_than_the_whole_memory_still_comes()
    {
        AnswerWith(5 * OneAnswer);

        (await RunAsync()).ShouldBeOfType<RunContent.Json>().Utf8.Length.ShouldBe(5 * OneAnswer);
    }

    private void AnswerWith(int bytes) => _upstream.Answer = context => Upstream.Json(context, TextOf(bytes));

    private static string TextOf(int bytes) => $"\"{new string('x', bytes - 2)}\"";

    private async Task<RunContent> RunAsync() => (await _services.RunAsync(Tools.At(_upstream.Url), Tools.Get())).Required();
}
