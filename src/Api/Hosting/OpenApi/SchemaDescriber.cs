using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Makes schemas say what the records mean: objects are closed, and a text that is one of a few words names them.</summary>
internal sealed class SchemaDescriber : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Without it every generated interface also takes any other name. What a request has too much is ignored all the same.
        if (schema.Properties is { Count: > 0 }) schema.AdditionalPropertiesAllowed = false;
        // What is left out where it is null is not always there, whatever its constructor asks for.
        foreach (var property in context.JsonTypeInfo.Properties.Where(IsLeftOut)) schema.Required?.Remove(property.Name);
        // Of a list of objects of several kinds nothing would be said.
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true) schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.Object };
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false) is [AllowedValuesAttribute words]) Name(schema, words.Values);
        return Task.CompletedTask;
    }

    private static bool IsLeftOut(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];

    private static void Name(OpenApiSchema schema, object?[] words)
    {
        schema.Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word!.ToString()!))];
        if (schema.Type?.HasFlag(JsonSchemaType.Null) == true) schema.Enum.Add(JsonNullSentinel.JsonNull);
    }
}
