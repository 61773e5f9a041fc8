using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>A request and its answer for operations, of the API documents' own examples, in <c>examples.json</c>.</summary>
internal sealed class Examples
{
    private const string Json = "application/json";

    private readonly Dictionary<string, Example> _examples;

    public Examples()
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream("examples.json")!;
        _examples = JsonSerializer.Deserialize<Dictionary<string, Example>>(file)!;
    }

    public void AddTo(OpenApiOperation operation)
    {
        if (!_examples.TryGetValue(operation.OperationId!, out var example)) return;
        if (example.Request is { } request && operation.RequestBody?.Content is { } content && content.TryGetValue(Json, out var body) && body is OpenApiMediaType asked) asked.Example = request.DeepClone();
        if (example.Answer is { } answer && operation.Responses is { } responses && responses.TryGetValue(example.Status, out var response)
            && response.Content is { } contents && contents.TryGetValue(Json, out var media) && media is OpenApiMediaType answered) answered.Example = answer.DeepClone();
    }

    /// <param name="Status">Of the answer: <c>200</c>.</param>
    private sealed record Example(
        [property: JsonPropertyName("request")] JsonNode? Request,
        [property: JsonPropertyName("status")] string Status,
        [property: JsonPropertyName("answer")] JsonNode? Answer);
}
