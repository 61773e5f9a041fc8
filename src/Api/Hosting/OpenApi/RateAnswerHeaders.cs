using Microsoft.OpenApi;
using ModuleX.Api.Hosting.Rates;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>The headers that tell callers how much they may still ask, on every answer.</summary>
internal static class RateAnswerHeaders
{
    private const string RetryAfter = "Retry-After";
    private const string TooMany = "429";

    public static void AddTo(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse answer) continue;
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            Add(answer, document, RateHeaders.Limit, "How many requests the window allows.");
            Add(answer, document, RateHeaders.Remaining, "How many of them are left.");
            Add(answer, document, RateHeaders.Reset, "When the window ends, in Unix seconds.");
            if (status == TooMany) Add(answer, document, RetryAfter, "After how many seconds to ask again (RFC 9110, section 10.2.3).");
        }
    }

    private static void Add(OpenApiResponse response, OpenApiDocument document, string name, string description)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        document.Components.Headers.TryAdd(name, new OpenApiHeader
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0", Maximum = "9007199254740991" },
        });
        response.Headers![name] = new OpenApiHeaderReference(name, document);
    }
}
