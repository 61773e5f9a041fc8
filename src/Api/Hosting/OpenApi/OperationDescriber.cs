using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ModuleX.Api.Hosting.Queries;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Makes an operation say what its endpoint asks for: parameters, who may call it, and the headers of its answers.</summary>
internal sealed class OperationDescriber(Glossary glossary, ExampleDescriber examples) : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var document = context.Document!;
        operation.OperationId = metadata.OfType<IEndpointNameMetadata>().Last().EndpointName;
        operation.Tags = new HashSet<OpenApiTagReference> { new(operation.OperationId.Split('_')[1], document) };
        AddParameters(operation, metadata);
        operation.Security = AccessOfEndpoint.SecurityOf(metadata, document);
        operation.Description = $"{operation.Summary?.TrimEnd('.')}. {AccessOfEndpoint.SentenceOf(metadata)}";
        if (metadata.OfType<OtherAnswer>().LastOrDefault() is { } other) await AddAsync(operation, other, context, cancellationToken);
        if (metadata.OfType<OtherBody>().LastOrDefault() is { } body) await AddAsync(operation, body, context, cancellationToken);
        RateAnswerHeaders.AddTo(operation, document);
        DescribeFiles(operation);
        examples.AddTo(operation);
        operation.Responses = InOrder(operation, document);
    }

    private static async Task AddAsync(
        OpenApiOperation operation, OtherAnswer other, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var media = (OpenApiMediaType)operation.Responses!["200"].Content!["application/json"];
        media.Schema = new OpenApiSchema { AnyOf = [media.Schema!, await context.GetOrCreateSchemaAsync(other.Body, null, cancellationToken)] };
    }

    private static async Task AddAsync(
        OpenApiOperation operation, OtherBody other, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var media = (OpenApiMediaType)operation.RequestBody!.Content![other.ContentType];
        media.Schema = await context.GetOrCreateSchemaAsync(other.Body, null, cancellationToken);
    }

    private void AddParameters(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<RequestParameter>()) operation.Parameters.Add(Of(parameter));
        foreach (var member in metadata.OfType<QueryShape>().SelectMany(shape => shape.Members)) operation.Parameters.Add(Of(member));
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>()) Describe(parameter);
    }

    /// <summary>An answer that may also come as a file of text is no JSON there, whatever records it is made of.</summary>
    private static void DescribeFiles(OpenApiOperation operation)
    {
        foreach (var (type, content) in operation.Responses!.Values.SelectMany(response => response.Content ?? new Dictionary<string, OpenApiMediaType>()))
        {
            if (type.StartsWith("text/", StringComparison.Ordinal)) content.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    private void Describe(OpenApiParameter parameter)
    {
        parameter.Description ??= glossary.Parameter(parameter.Name!);
        if (parameter.Schema is not OpenApiSchema schema) return;
        if (schema.Type == JsonSchemaType.String && schema is { Format: null, Enum: null }) schema.MaxLength ??= glossary.Length(parameter.Name!);
        if (schema.Type == JsonSchemaType.Integer && parameter.In == ParameterLocation.Path) (schema.Minimum, schema.Maximum) = ("1", "9007199254740991");
    }

    private OpenApiResponses InOrder(OpenApiOperation operation, OpenApiDocument document)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses!.OrderBy(answer => answer.Key, StringComparer.Ordinal))
            ordered.Add(status, status[0] is '4' or '5' && !examples.HasOwn(operation.OperationId!, status) ? Shared(status, response, document) : response);
        return ordered;
    }

    /// <summary>Errors of one status are alike in all operations of a surface that have no example of their own, and stand in the document once.</summary>
    private static IOpenApiResponse Shared(string status, IOpenApiResponse response, OpenApiDocument document)
    {
        if (response.Content?.Values.FirstOrDefault()?.Schema is not OpenApiSchemaReference { Reference.Id: { } body }) return response;
        var id = body + status;
        document.Components ??= new OpenApiComponents();
        document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal);
        document.Components.Responses.TryAdd(id, response);
        return new OpenApiResponseReference(id, document);
    }

    private static OpenApiParameter Of(RequestParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Required = parameter.IsRequired,
        Description = parameter.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = parameter.Format, MaxLength = parameter.MaximumLength,
        MinLength = parameter.IsRequired ? 1 : null },
    };

    private static OpenApiParameter Of(QueryMember member) => new()
    {
        Name = member.Name,
        In = ParameterLocation.Query,
        Schema = new OpenApiSchema
        {
            Type = member.Minimum is not null ? JsonSchemaType.Integer : member.Type == typeof(bool) ? JsonSchemaType.Boolean : JsonSchemaType.String,
            Format = FormatOf(member.Type),
            Default = member.Absent is { } absent ? JsonValue.Create(absent) : null,
            Minimum = member.Minimum?.ToString(CultureInfo.InvariantCulture),
            Maximum = member.Maximum?.ToString(CultureInfo.InvariantCulture),
            MaxLength = member.MaximumLength,
            Enum = member.Words is { } words ? [.. words.Select(word => (JsonNode)JsonValue.Create(word))] : null,
        },
    };

    /// <summary>Of JSON Schema and OpenAPI's registry; times have more forms than date-time has.</summary>
    private static string? FormatOf(Type type) =>
        type == typeof(int) ? "int32" : type == typeof(long) ? "int64" : type == typeof(Guid) ? "uuid" : null;
}
