using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>What tests read in a document.</summary>
internal static class DocumentReading
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Whether a type is JSON's; problems of RFC 9457 have one of their own.</summary>
    public static bool IsJson(string? type) => type is "application/json" or "application/problem+json";

    /// <summary>What a body is as JSON; null where there is none, or it is something else.</summary>
    public static JsonNode? JsonContentOf(JsonNode? body) => body?["content"]?.AsObject().FirstOrDefault(media => IsJson(media.Key)).Value;

    /// <summary>Every operation by its id.</summary>
    public static IReadOnlyDictionary<string, Operation> Operations(this JsonObject document) => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Where(item => Methods.Contains(item.Key))
            .Select(item => new Operation(path.Key, item.Key, item.Value!.AsObject())))
        .ToDictionary(operation => operation.Id);

    /// <summary>The schema itself, or the one that it points to.</summary>
    public static JsonObject Resolve(this JsonObject document, JsonNode schema)
    {
        const string schemas = "#/components/schemas/";
        return schema["$ref"]?.GetValue<string>() is { } pointer ? document["components"]!["schemas"]![pointer[schemas.Length..]]!.AsObject()
            : schema.AsObject();
    }

    /// <summary>The JSON types that a schema allows; none for any.</summary>
    public static IReadOnlyList<string> TypesOf(this JsonObject schema) => schema["type"] switch
    {
        JsonArray types => [.. types.Select(type => type!.GetValue<string>())],
        JsonValue type => [type.GetValue<string>()],
        _ => [],
    };
}

/// <summary>An operation of a document.</summary>
/// <param name="Method">In lower case.</param>
internal sealed record Operation(string Path, string Method, JsonObject Json)
{
    public string Id => Json["operationId"]!.GetValue<string>();

    /// <summary>The schema of its JSON body; null where it takes none.</summary>
    public JsonNode? Body => Json["requestBody"]?["content"]?["application/json"]?["schema"];

    public IEnumerable<JsonObject> Parameters => (Json["parameters"]?.AsArray() ?? []).Select(parameter => parameter!.AsObject());

    /// <summary>Whether a service API key, and no person's token, is asked for.</summary>
    public bool UsesKey => IsProtected && Json["security"]![0]!["serviceKey"] is not null;

    /// <summary>Whether anything is asked for.</summary>
    public bool IsProtected => Json["security"] is JsonArray { Count: > 0 };

    /// <summary>Whether the request may name an organization in its query.</summary>
    public bool TakesOrganization =>
        Parameters.Any(parameter => parameter["name"]!.GetValue<string>() == "organization_id" && parameter["in"]!.GetValue<string>() == "query");

    /// <summary>By status; errors point to where they are described.</summary>
    public JsonObject Responses => Json["responses"]!.AsObject();
}
