using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ModuleX.Application.Pipeline;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Writes the limits of use cases into the schemas of the bodies that become them.</summary>
internal sealed class LimitDescriber(UseCaseLimits limits) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var bodies = document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value)
            .Where(operation => operation.RequestBody is not null)
            .ToDictionary(operation => operation.OperationId!, operation => operation.RequestBody!.Content!.Values.First().Schema);
        foreach (var metadata in context.DescriptionGroups.SelectMany(group => group.Items).Select(item => item.ActionDescriptor.EndpointMetadata))
        {
            if (bodies.GetValueOrDefault(metadata.OfType<IEndpointNameMetadata>().Last().EndpointName) is { } body
                && metadata.OfType<IAcceptsMetadata>().Last().RequestType?.GetCustomAttribute<LimitsOfAttribute>() is { } declared)
                Write(body, limits.Of(declared.UseCase), "");
        }
        return Task.CompletedTask;
    }

    private static void Write(IOpenApiSchema schema, IReadOnlyDictionary<string, MemberLimits> limits, string pointer)
    {
        foreach (var (name, property) in (schema is OpenApiSchemaReference reference ? reference.Target : schema)?.Properties
            ?? new Dictionary<string, IOpenApiSchema>())
        {
            var at = $"{pointer}/{name}";
            if (property is OpenApiSchemaReference) Write(property, limits, at);
            else if (property is OpenApiSchema inner && limits.TryGetValue(at, out var limit)) Write(inner, limit);
        }
    }

    private static void Write(OpenApiSchema schema, MemberLimits limit)
    {
        if (schema.Type?.HasFlag(JsonSchemaType.String) == true)
        {
            schema.MinLength = limit.MinimumLength ?? schema.MinLength;
            schema.MaxLength = limit.MaximumLength ?? schema.MaxLength;
            schema.Pattern = limit.Pattern ?? schema.Pattern;
            if (limit.IsEmail) schema.Format = "email";
            if (limit.Words is { } words) schema.Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word))];
            if (schema.Enum is { Count: > 0 } && schema.Type.Value.HasFlag(JsonSchemaType.Null)) schema.Enum.Add(JsonNullSentinel.JsonNull);
        }
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
        {
            schema.MinItems = (int?)limit.Minimum ?? schema.MinItems;
            schema.MaxItems = (int?)limit.Maximum ?? schema.MaxItems;
            return;
        }
        schema.Minimum = limit.Minimum?.ToString(CultureInfo.InvariantCulture) ?? schema.Minimum;
        schema.Maximum = limit.Maximum?.ToString(CultureInfo.InvariantCulture) ?? schema.Maximum;
    }
}
