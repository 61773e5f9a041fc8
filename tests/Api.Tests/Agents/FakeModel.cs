using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Agents;

/// <summary>tests/tools/agents/model.mjs: calls what it was told to, all in one answer, and then quotes the results.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly ChildProcess _process;
    private readonly HttpClient _client;

    private FakeModel(ChildProcess process, Uri address)
    {
        _process = process;
        _client = new() { BaseAddress = address };
    }

    public Uri Address => _client.BaseAddress!;

    /// <param name="meanwhile">A request that is sent while the model thinks, in the words of fetch; null for none.</param>
    public static async Task<FakeModel> StartAsync(FunctionCall[] calls, object? meanwhile = null)
    {
        var script = JsonSerializer.Serialize(new { calls, meanwhile }, JsonSerializerOptions.Web);
        var process = ChildProcess.Start(AgentTheoryAttribute.Node, AgentTheoryAttribute.Folder, "model.mjs", script);
        return new(process, new Uri((await process.ReadyLineAsync<JsonElement>(StartLimit)).GetProperty("address").GetString()!));
    }

    /// <summary>The bodies of the requests that it got.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadJournalAsync() =>
        [.. (await _client.GetReplyAsync("/journal")).With(200).Json.EnumerateArray().Select(entry => entry.GetProperty("body"))];

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }
}

/// <summary>A call as a model wants it.</summary>
internal sealed record FunctionCall(string Name, object Arguments);
