using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>The whole document leaves nothing out.</summary>
public sealed class CompletenessTests(DocumentScene scene) : IClassFixture<DocumentScene>
{
    [Fact]
    public async Task Every_field_parameter_operation_and_tag_is_described()
    {
        var document = await scene.WholeAsync();
        var fields = document["components"]!["schemas"]!.AsObject()
            .SelectMany(schema => (schema.Value!["properties"]?.AsObject() ?? []).Where(field => IsEmpty(field.Value!["description"]))
                .Select(field => $"{schema.Key}.{field.Key}"));
        var parameters = document.Operations().Values.SelectMany(
            operation => operation.Parameters.Where(parameter => IsEmpty(parameter["description"])).Select(parameter => $"{operation.Id} {parameter["name"]}"));
        var operations = document.Operations().Values.Where(operation => IsEmpty(operation.Json["summary"]) || IsEmpty(operation.Json["description"]))
            .Select(operation => operation.Id);
        var tags = document["tags"]!.AsArray().Where(tag => IsEmpty(tag!["description"])).Select(tag => $"{tag!["name"]}");

        fields.Concat(parameters).Concat(operations).Concat(tags).ShouldBeEmpty("a comment at the record, or a line of glossary.json, says what it is");
    }

    [Fact]
    public async Task Every_endpoint_that_reads_its_query_has_parameters()
    {
        var document = (await scene.WholeAsync()).Operations();
        var readers = scene.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<QueryShape>() is not null).ToList();
        readers.Count.ShouldBeGreaterThan(35);

        readers.Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName)
            .Where(name => document[name].Parameters.All(parameter => parameter["in"]!.GetValue<string>() != "query")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_text_number_and_list_of_a_request_has_a_limit()
    {
        var document = await scene.WholeAsync();
        var unbounded = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Operations().Values)
        {
            foreach (var parameter in operation.Parameters.Where(parameter => !IsBounded(parameter["schema"]!.AsObject())))
                unbounded.Add($"{operation.Id} {parameter["name"]}");
            if (operation.Body is { } body) Collect(document, body, operation.Id, unbounded, []);
        }

        // Values of the tool's own: the tool's manifest bounds them, and the size of the body all of them.
        unbounded.ShouldBe([
            "ModuleX_Integrations_AdminInstall/environment_variables/*", "ModuleX_Integrations_UpdateEnvironment/environment_variables/*",
            "V1_Connections_Request/headers/*",
        ]);
    }

    [Fact]
    public async Task Every_protected_operation_says_so_and_tells_401_403_429_and_500()
    {
        var document = await scene.WholeAsync();
        var isProtected = scene.Endpoints.Where(endpoint => endpoint.Metadata.Any(item => item is RequiredLevel or RequiredScope))
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).ToHashSet();

        foreach (var operation in document.Operations().Values)
        {
            (operation.Json["security"] is JsonArray { Count: > 0 }).ShouldBe(isProtected.Contains(operation.Id), operation.Id);
            string[] expected = isProtected.Contains(operation.Id) ? ["401", "403", "429", "500"] : ["429", "500"];
            expected.Except(operation.Responses.Select(response => response.Key)).ShouldBeEmpty(operation.Id);
        }
    }

    private static void Collect(JsonObject document, JsonNode schema, string at, SortedSet<string> unbounded, HashSet<string> seen)
    {
        if (schema["$ref"] is { } pointer && !seen.Add(pointer.GetValue<string>())) return;
        var resolved = document.Resolve(schema);
        if (!IsBounded(resolved)) unbounded.Add(at);
        foreach (var (name, property) in resolved["properties"]?.AsObject() ?? []) Collect(document, property!, $"{at}/{name}", unbounded, seen);
        if (resolved["items"] is { } items) Collect(document, items, at + "/*", unbounded, seen);
        if (resolved["additionalProperties"] is JsonObject values) Collect(document, values, at + "/*", unbounded, seen);
    }

    private static bool IsBounded(JsonObject schema)
    {
        var types = schema.TypesOf();
        if (types.Contains("string"))
            return schema.ContainsKey("maxLength") || schema.ContainsKey("enum") || schema["format"]?.GetValue<string>() is "uuid" or "date-time";
        if (types.Contains("integer")) return schema.ContainsKey("minimum") && schema.ContainsKey("maximum");
        return !types.Contains("array") || schema.ContainsKey("maxItems");
    }

    private static bool IsEmpty(JsonNode? text) => string.IsNullOrWhiteSpace(text?.GetValue<string>());
}
