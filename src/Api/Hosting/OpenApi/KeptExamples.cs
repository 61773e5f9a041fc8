using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>
/// Requests and answers as they went over the wire when the flows of the API documents were last recorded: <c>Examples/*.json</c>, a file a document, which
/// <c>build/openapi</c> writes, never a person. Of two with one name the first counts.
/// </summary>
internal sealed class KeptExamples
{
    private const string Folder = "examples/";

    private readonly ILookup<string, KeptExample> _byOperation;
    private readonly ILookup<(string Surface, string Status), KeptExample> _errors;

    public KeptExamples()
    {
        var all = Read().ToList();
        _byOperation = all.ToLookup(example => example.Operation, StringComparer.Ordinal);
        _errors = all.Where(example => example.Status >= StatusCodes.Status400BadRequest)
            .ToLookup(example => (SurfaceOf(example.Operation), example.StatusText));
    }

    /// <summary>Bodies of requests that went well, by name; none where none was recorded.</summary>
    public Dictionary<string, IOpenApiExample> RequestsOf(string operation) =>
        ByName(_byOperation[operation].Where(example => example.Status < StatusCodes.Status300MultipleChoices && example.Request is not null),
            example => example.Request);

    /// <summary>Answers of an operation with a status, by name; none where none was recorded.</summary>
    public Dictionary<string, IOpenApiExample> AnswersOf(string operation, string status) =>
        ByName(_byOperation[operation].Where(example => example.StatusText == status), example => example.Answer);

    /// <summary>What the operation's surface answers with the status; none where no operation of it was recorded with it.</summary>
    public Dictionary<string, IOpenApiExample> ErrorsLike(string operation, string status) =>
        ByName(_errors[(SurfaceOf(operation), status)].Take(1), example => example.Answer);

    private static Dictionary<string, IOpenApiExample> ByName(IEnumerable<KeptExample> examples, Func<KeptExample, JsonNode?> valueOf) => examples
        .DistinctBy(example => example.Name, StringComparer.Ordinal)
        .ToDictionary(example => example.Name,
            example => (IOpenApiExample)new OpenApiExample { Summary = example.Summary, Value = valueOf(example)?.DeepClone() }, StringComparer.Ordinal);

    private static string SurfaceOf(string operation) => operation.Split('_')[0];

    private static IEnumerable<KeptExample> Read()
    {
        var assembly = typeof(KeptExamples).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal).SelectMany(name => Read(assembly, name));
    }

    private static IEnumerable<KeptExample> Read(Assembly assembly, string name)
    {
        using var file = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, KeptExample[]>>(file, WireJson.Options)!.Values.SelectMany(flow => flow);
    }

    /// <param name="Name">One word of what is special about it; <c>example</c> where nothing is.</param>
    /// <param name="Summary">What is special about it; null where nothing is.</param>
    /// <param name="Request">Null where the request had no body.</param>
    private sealed record KeptExample(
        string Operation,
        string Name,
        string? Summary,
        JsonNode? Request,
        int Status,
        JsonNode? Answer)
    {
        public string StatusText => Status.ToString(CultureInfo.InvariantCulture);
    }
}
