using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>What stands at the head of a document: its name, licence, servers and tags.</summary>
internal sealed class DocumentTitle(string title, string description) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = title,
            Description = description,
            Version = ProductVersion.Text,
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Contact = new OpenApiContact { Name = "The ModuleX authors" },
        };
        // Relative: behind a proxy the server does not know by which name it is called, and a document that is kept must not tell a machine's.
        document.Servers = [new OpenApiServer { Url = "/",
            Description = "The server that this document was read from, in production and local alike", Extensions = new Dictionary<string,
            IOpenApiExtension>(StringComparer.Ordinal) { ["x-internal"] = new JsonNodeExtension(false) } }];
        var glossary = context.ApplicationServices.GetRequiredService<Glossary>();
        var names = document.Paths.Values.SelectMany(path => path.Operations ?? [])
            .SelectMany(operation => operation.Value.Tags ?? (IEnumerable<OpenApiTagReference>)[]).Select(tag => tag.Reference.Id!).Distinct()
            .Order(StringComparer.Ordinal);
        document.Tags = new HashSet<OpenApiTag>(names.Select(name => new OpenApiTag { Name = name, Description = glossary.Tag(name) }));
        return Task.CompletedTask;
    }
}
