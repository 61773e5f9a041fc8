using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>The kept document, as something to hold requests and answers against.</summary>
internal sealed class Contract
{
    private readonly ConcurrentDictionary<(string, string), CompiledSchema?> _schemas = [];
    private readonly JsonObject _answers;
    private readonly JsonObject _requests;

    private Contract()
    {
        Document = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "openapi", "openapi.json")))!.AsObject();
        Operations = Document.Operations();
        _answers = Schemas(Document, isClosed: true);
        // What a request has too much is ignored, so it breaks nothing.
        _requests = Schemas(Document, isClosed: false);
    }

    public static Contract Kept { get; } = new();

    public JsonObject Document { get; }

    public IReadOnlyDictionary<string, Operation> Operations { get; }

    /// <summary>What an answer has that the document does not say; null where it is as it says.</summary>
    /// <param name="body">As it was sent; empty for none.</param>
    public string? ProblemOfAnswer(string operation, int status, string? contentType, string body)
    {
        var responses = Operations[operation].Responses;
        if (responses[$"{status}"] is not { } response)
            return $"{operation} answered {status}, and the document has {string.Join(", ", responses.Select(known => known.Key))}: {Cut(body)}";
        response = Follow(response);
        if (response["content"]?.AsObject() is not { Count: > 0 } content)
            return body.Length == 0 ? null : $"{operation} answered {status} with a body that the document does not have: {Cut(body)}";
        if (contentType is null || !content.ContainsKey(contentType))
            return $"{operation} answered {status} as {contentType}, and the document has {string.Join(", ", content.Select(known => known.Key))}";
        if (!DocumentReading.IsJson(contentType) || content[contentType]!["schema"] is not { } schema) return null;
        return Check($"{operation} answered {status}", _schemas.GetOrAdd((operation, $"{status}"), _ => Compile(schema, _answers)), body);
    }

    /// <summary>What a body that was taken has that the document does not allow; null where it is as it says.</summary>
    public string? ProblemOfRequest(string operation, string body) =>
        Operations[operation].Body is { } schema
            ? Check($"{operation} took", _schemas.GetOrAdd((operation, "request"), _ => Compile(schema, _requests)), body) : null;

    private JsonNode Follow(JsonNode response) =>
        response["$ref"]?.GetValue<string>() is { } pointer ? Document["components"]!["responses"]![pointer.Split('/')[^1]]! : response;

    private static string? Check(string what, CompiledSchema? schema, string body)
    {
        if (schema is null) return null;
        var problems = schema.Validate(JsonElement.Parse(body, new JsonDocumentOptions { MaxDepth = 128 }));
        return problems.IsEmpty ? null : $"{what} {string.Join("; ", problems.Take(3).Select(problem => $"{problem.Pointer} {problem.Message}"))}: {Cut(body)}";
    }

    private static CompiledSchema Compile(JsonNode schema, JsonObject definitions)
    {
        var root = Plain(schema, isClosed: true)!.AsObject();
        var needed = new JsonObject();
        AddNeeded(root, definitions, needed);
        root["$defs"] = needed;
        return CompiledSchema.Compile(JsonElement.Parse(root.ToJsonString())).Failed(out var error, out var compiled)
            ? throw new InvalidOperationException(error.Message)
            : compiled;
    }

    private static void AddNeeded(JsonNode? node, JsonObject definitions, JsonObject needed)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) AddNeeded(item, definitions, needed);
        }
        else if (node is JsonObject schema)
        {
            foreach (var (name, value) in schema)
            {
                if (name != "$ref") AddNeeded(value, definitions, needed);
                else if (value!.GetValue<string>()["#/$defs/".Length..] is { } definition && !needed.ContainsKey(definition))
                {
                    needed[definition] = definitions[definition]!.DeepClone();
                    AddNeeded(definitions[definition], definitions, needed);
                }
            }
        }
    }

    private static JsonObject Schemas(JsonObject document, bool isClosed)
    {
        var plain = new JsonObject();
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject()) plain[name] = Plain(schema, isClosed);
        return plain;
    }

    /// <summary>The schema without what is OpenAPI's alone.</summary>
    private static JsonNode? Plain(JsonNode? node, bool isClosed)
    {
        if (node is JsonArray list) return new JsonArray([.. list.Select(item => Plain(item, isClosed))]);
        if (node is not JsonObject schema) return node?.DeepClone();
        var plain = new JsonObject();
        foreach (var (name, value) in schema)
        {
            if (name is "example" or "discriminator") continue;
            if (name == "additionalProperties" && !isClosed && value is JsonValue) continue;
            plain[name] = name == "$ref" ? value!.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal)
                : Plain(value, isClosed);
        }
        return plain;
    }

    private static string Cut(string text) => text.Length <= 600 ? text : text[..600] + "...";
}
