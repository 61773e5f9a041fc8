using System.ComponentModel.DataAnnotations;
using System.Reflection;
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
        if (schema.Required is { Count: > 0 } required)
            required.ExceptWith(context.JsonTypeInfo.Properties.Where(MayBeLeftOut).Select(property => property.Name));
        if (schema.AdditionalProperties is OpenApiSchema { Type: { } values } value && HasNullableValues(context.JsonPropertyInfo))
            value.Type = values | JsonSchemaType.Null;
        // What a converter of our own writes is unknown to the framework.
        if (IsWrittenAsText(context.JsonTypeInfo.Type)) schema.Type = JsonSchemaType.String;
        if (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is { } present && IsWrittenAsText(present))
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        // The framework took it for no text when it looked for the annotation.
        if (schema.Type?.HasFlag(JsonSchemaType.String) == true
            && context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(MaxLengthAttribute), inherit: false) is [MaxLengthAttribute longest])
            schema.MaxLength ??= longest.Length;
        if (schema.Items is OpenApiSchema items
            && context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ItemsAttribute), inherit: false) is [ItemsAttribute longestItem])
            items.MaxLength = longestItem.MaximumLength;
        // Of a list of objects of several kinds nothing would be said.
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true) schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.Object };
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute),
            inherit: false) is [AllowedValuesAttribute words]) Name(schema, words.Values);
        if (context.JsonPropertyInfo is null && context.JsonTypeInfo.Type.GetCustomAttribute<NeedsOneOfAttribute>() is { } needed)
            schema.AnyOf = [.. needed.Members.Select(Requiring)];
        return Task.CompletedTask;
    }

    private static bool IsWrittenAsText(Type type) => type == typeof(DateTimeOffset) || WireId.IsId(type);

    private static OpenApiSchema Requiring(string member) => new() { Required = new HashSet<string> { member } };

    /// <summary>Whether the writer leaves it out where it is null.</summary>
    private static bool MayBeLeftOut(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute),
            inherit: false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];

    /// <summary>Whether it is a map whose values may be null; the framework tells only what may be null itself.</summary>
    private static bool HasNullableValues(JsonPropertyInfo? property) =>
        property?.AttributeProvider is PropertyInfo declared
            && new NullabilityInfoContext().Create(declared).GenericTypeArguments is [_, { ReadState: NullabilityState.Nullable }];

    private static void Name(OpenApiSchema schema, object?[] words)
    {
        // Of a list they are its items.
        if (schema is { Items: OpenApiSchema item })
        {
            Name(item, words);
            return;
        }
        schema.Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word!.ToString()!))];
        if (schema.Type?.HasFlag(JsonSchemaType.Null) == true) schema.Enum.Add(JsonNullSentinel.JsonNull);
    }
}
