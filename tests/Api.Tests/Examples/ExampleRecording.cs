using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.OpenApi;

namespace ModuleX.Api.Tests.Examples;

/// <summary>
/// The examples of the OpenAPI documents, as they go over the wire while a flow is taken: each step with <c>fields</c> is one. The documents have them from
/// <c>src/Api/Hosting/OpenApi/Examples</c>, which <c>build/openapi</c> writes; otherwise they are compared with what is there.
/// </summary>
/// <param name="operations">Those of the running server.</param>
/// <param name="flow">The key of the flow in the surface's file.</param>
internal sealed partial class ExampleRecording(IReadOnlyDictionary<string, Operation> operations, string surface, string flow, SteadyValues steady)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonArray _examples = [];

    /// <param name="places">What stands for values that only this run has, by the name that the flow has for them.</param>
    public static async Task<ExampleRecording> OfAsync(HttpClient client, string surface, string flow, IReadOnlyDictionary<string, string> places)
    {
        var document = JsonNode.Parse((await client.GetReplyAsync("/openapi.json")).With(200).Text)!.AsObject();
        return new(document.Operations(), surface, flow, new SteadyValues(places));
    }

    /// <summary>Takes a step down that went as it should.</summary>
    /// <param name="path">As it was asked for.</param>
    /// <param name="request">As it was sent; null for no body.</param>
    /// <param name="values">What the flow has kept up to now, this answer's included.</param>
    public void Add(JsonNode step, string path, string? request, Reply reply, IReadOnlyDictionary<string, string> values)
    {
        steady.Know(values);
        if (step["fields"] is null || !DocumentReading.IsJson(reply.ContentType)) return;
        if (OperationOf(step, path) is not { } operation) return;
        var name = step["example"] is { } summary ? NotAName().Replace(((string)summary!).ToLowerInvariant(), "-").Trim('-') : "example";
        if (_examples.Any(known => (string)known!["operation"]! == operation && (string)known["name"]! == name
            && (int)known["status"]! == reply.Status)) return;
        var answer = steady.OfAnswer(JsonNode.Parse(reply.Text), operation);
        foreach (var (place, value) in step["steady"]?.AsObject() ?? []) Replace(answer!, place, value!);
        _examples.Add(new JsonObject
        {
            ["operation"] = operation,
            ["name"] = name,
            ["summary"] = step["example"]?.DeepClone(),
            ["request"] = request is null ? null : steady.OfRequest(JsonNode.Parse(request), operation),
            ["status"] = reply.Status,
            ["answer"] = answer,
        });
    }

    /// <summary>Compares what was taken down with what is kept, or keeps it.</summary>
    public async Task ShouldBeKeptAsync()
    {
        var file = Repository.PathOf("src", "Api", "Hosting", "OpenApi", "Examples", $"{surface}.json");
        var kept = File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject() : [];
        if (DriftTests.Writes)
        {
            kept[flow] = _examples.DeepClone();
            var inOrder = new JsonObject(
                ExampleFlow.Read(surface).Where(known => kept.ContainsKey(known.Key))
                .Select(known => KeyValuePair.Create(known.Key, kept[known.Key]?.DeepClone())));
            await File.WriteAllTextAsync(file, inOrder.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n", new UTF8Encoding(false));
            return;
        }
        Lines(_examples)
            .ShouldBe(Lines(kept[flow]),
            $"the examples of {surface}.json, {flow}, are not what the server answers: run build/openapi and look at what changes");
    }

    /// <param name="place">Names of members and indexes of items, with dots between them; it has to be there.</param>
    private static void Replace(JsonNode answer, string place, JsonNode value)
    {
        var steps = place.Split('.');
        var parent = steps[..^1]
            .Aggregate(answer, (node, step) => (int.TryParse(step, out var index) ? node.AsArray()[index] : node[step])
            ?? throw new InvalidOperationException($"The answer has no {place}"));
        if (!parent.AsObject().ContainsKey(steps[^1])) throw new InvalidOperationException($"The answer has no {place}");
        parent[steps[^1]] = value.DeepClone();
    }

    private static IEnumerable<string> Lines(JsonNode? examples) => (examples?.AsArray() ?? []).Select(example => example!.ToJsonString(Readable));

    /// <summary>The operation that took the request; null where it is none's. A root path may be one of /api (docs/adr/0001).</summary>
    private string? OperationOf(JsonNode step, string path)
    {
        if (step["operation"] is { } told) return (string)told!;
        var (method, plain) = (((string)step["method"]!).ToLowerInvariant(), path.Split('?')[0].TrimEnd('/'));
        string[] places = step["as"] is not null ? ["/api" + plain, plain] : [plain, "/api" + plain];
        return places.Select(
            place => operations.Values.Where(operation => operation.Method == method && IsAt(operation.Path, place))
            .MinBy(operation => operation.Path.Count(letter => letter == '{'))?.Id)
            .FirstOrDefault(id => id is not null);
    }

    private static bool IsAt(string template, string path)
    {
        var (segments, asked) = (template.TrimEnd('/').Split('/'), path.Split('/'));
        return segments.Length == asked.Length
            && segments.Zip(asked).All(pair => pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotAName();
}
