using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Examples;

/// <summary>
/// Takes the steps of a flow in their order. A step has <c>method</c>, <c>path</c>, <c>status</c>, and where it matters: <c>request</c>,
/// <c>headers</c>, <c>as</c> (the kept access token that it is sent with), <c>fields</c> (exactly those of the answer, see <see cref="Shape"/>; such
/// a step is an example of the OpenAPI documents), <c>example</c> (what is special about it, where there are several of one operation),
/// <c>operation</c> (its id, where the path does not tell it), <c>steady</c> (what stands in the example for values that are others with each run,
/// by their paths in the answer), and <c>keep</c> (a field, or names of values with the path of each in the answer), and <c>eventually</c> (true for
/// what is there a moment later, as records are). <c>{name}</c> anywhere stands for a kept value.
/// </summary>
/// <param name="recording">Records the examples; null for no recording.</param>
internal sealed class ExampleFlow(HttpClient client, Dictionary<string, string> values, ExampleRecording? recording = null)
{
    private const int Attempts = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The flows of a file, by name.</summary>
    public static JsonObject Read(string surface) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Api.Tests", "Examples", $"{surface}.json")),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!["flows"]!.AsObject();

    /// <param name="check">What else is looked at; null for nothing.</param>
    public async Task TakeAsync(JsonArray steps, Func<JsonNode, Reply, string, Task>? check = null)
    {
        foreach (var (number, step) in steps.Index())
        {
            var about = $"step {number + 1}, {step!["method"]} {step["path"]}";
            var reply = await SendAsync(step);
            // Whatever is wrong then is told below.
            for (var attempt = 0; step["eventually"] is not null && attempt < Attempts && DiffersFrom(step, reply); attempt++)
            {
                await Task.Delay(Pause);
                reply = await SendAsync(step);
            }
            reply.Status.ShouldBe((int)step["status"]!, $"{about}: {reply.Text}");
            if (step["fields"] is { } fields)
                Shape.Differences(JsonNode.Parse(Fill(fields.ToJsonString()))!, reply.Json).ShouldBeEmpty($"{about}: {reply.Text}");
            if (check is not null) await check(step, reply, about);
            var (path, request) = (Fill((string)step["path"]!), BodyOf(step));
            Keep(step["keep"], reply);
            recording?.Add(step, path, request, reply, values);
        }
    }

    private bool DiffersFrom(JsonNode step, Reply reply) =>
        step["fields"] is { } fields && Shape.Differences(JsonNode.Parse(Fill(fields.ToJsonString()))!, reply.Json).Count > 0;

    private Task<Reply> SendAsync(JsonNode step)
    {
        var headers = new List<(string, string)>();
        foreach (var (name, value) in step["headers"] as JsonObject ?? []) headers.Add((name, Fill((string)value!)));
        if (step["as"] is { } bearer) headers.Add(("Authorization", $"Bearer {values[(string)bearer!]}"));
        return client.CallAsync(new HttpMethod((string)step["method"]!), Fill((string)step["path"]!), BodyOf(step), [.. headers]);
    }

    private string? BodyOf(JsonNode step) => step["request"] is { } request ? Fill(request.ToJsonString()) : null;

    private void Keep(JsonNode? kept, Reply reply)
    {
        if (kept is JsonObject paths)
        {
            foreach (var (name, path) in paths) values[name] = Find(reply.Json, (string)path!);
        }
        else if (kept is not null)
        {
            values[(string)kept!] = reply[(string)kept!]!;
        }
    }

    private static string Find(JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (value, part) => int.TryParse(part, out var index) ? value[index] : value.GetProperty(part)).ToString();

    private string Fill(string text) => values.Aggregate(text, (filled, pair) => filled.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal));
}
