using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Gives each field of a document's records the sentence that its name has everywhere, where the record has none of its own.</summary>
internal sealed partial class FieldDescriber(Glossary glossary) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var schemas = document.Components?.Schemas?.Values ?? [];
        foreach (var (name, field) in schemas.SelectMany(schema => schema.Properties ?? new Dictionary<string, IOpenApiSchema>())) Describe(name, field);
        return Task.CompletedTask;
    }

    private void Describe(string name, IOpenApiSchema field)
    {
        // Of a reference, the sentence is the field's and not the record's.
        if (field is OpenApiSchemaReference reference) reference.Description = reference.Reference.Description ?? glossary.Field(name);
        if (field is not OpenApiSchema own) return;
        own.Description = string.IsNullOrEmpty(own.Description) ? glossary.Field(name) : LineEnd().Replace(own.Description, " ");
    }

    /// <summary>Where a comment in the code goes on in its next line.</summary>
    [GeneratedRegex(@"\s*\n\s*", RegexOptions.NonBacktracking)]
    private static partial Regex LineEnd();
}
