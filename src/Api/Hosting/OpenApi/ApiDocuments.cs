using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>One OpenAPI 3.1 document a surface, the whole at <c>/openapi.json</c>, and a page to read and try them that needs nothing from elsewhere.</summary>
internal static class ApiDocuments
{
    /// <summary>The name of the whole document in this process; no surface has it.</summary>
    private const string Whole = "all";

    public static IServiceCollection AddApiDocuments(this IServiceCollection services)
    {
        services.AddSingleton<Glossary>();
        services.AddSingleton<KeptExamples>();
        services.AddSingleton<ExampleDescriber>();
        services.AddSingleton<KeptDocuments>();
        foreach (var surface in SurfaceList.All)
        {
            services.AddOpenApi(surface.Name, document =>
            {
                Describe(document, new DocumentTitle($"ModuleX, {surface.Name}", surface.Description));
                document.CreateSchemaReferenceId = NameOf;
            });
        }
        return services.AddOpenApi(Whole, document =>
        {
            Describe(document, new DocumentTitle("ModuleX", "Tool authentication and tool execution for AI agents: the five HTTP APIs of one server."));
            document.ShouldInclude = _ => true;
            // Two surfaces may call different things by one name.
            document.CreateSchemaReferenceId = type => NameOf(type) is { } id ? SurfaceOf(type.Type) + id : null;
        });
    }

    public static void UseApiDocuments(this WebApplication app)
    {
        foreach (var surface in SurfaceList.All) MapDocument(app, $"/openapi/{surface.Name}.json", surface.Name);
        MapDocument(app, "/openapi.json", Whole);
        // In a branch of its own: the page's middleware matches regular expressions against every path that it sees.
        app.UseWhen(IsForDocs, docs => docs.Use(NameThePage).UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "ModuleX";
            var index = page.IndexStream;
            page.IndexStream = () => WithBase(index());
            foreach (var surface in SurfaceList.All) page.SwaggerEndpoint($"/openapi/{surface.Name}.json", surface.Name);
        }));
    }

    private static bool IsForDocs(HttpContext context) => context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase);

    /// <summary>The middleware answers /docs with a redirect, which tools that look for the page don't follow.</summary>
    private static Task NameThePage(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value!.TrimEnd('/').Length == "/docs".Length) context.Request.Path = "/docs/index.html";
        return next(context);
    }

    /// <summary>The page names its files as beside itself, which at /docs without a slash would be the root.</summary>
    private static MemoryStream WithBase(Stream index)
    {
        using var reader = new StreamReader(index);
        return new(Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace("<head>", "<head><base href=\"/docs/\">", StringComparison.Ordinal)));
    }

    private static void MapDocument(IEndpointRouteBuilder app, string path, string name) =>
        app.MapGet(path, (KeptDocuments documents) => documents.GetAsync(name)).ExcludeFromDescription();

    private static void Describe(OpenApiOptions options, DocumentTitle title)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer<SchemaDescriber>();
        options.AddOperationTransformer<OperationDescriber>();
        options.AddDocumentTransformer(title);
        options.AddDocumentTransformer<LimitDescriber>();
        options.AddDocumentTransformer<FieldDescriber>();
    }

    /// <summary>What a schema is called; the framework's names of lists have brackets, which OpenAPI forbids.</summary>
    private static string? NameOf(JsonTypeInfo type) => OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("[]", "List", StringComparison.Ordinal);

    /// <summary>The folder of a wire record, or of what a generic one holds; empty for others, and for those whose name begins with it.</summary>
    private static string SurfaceOf(Type type)
    {
        const string surfaces = "ModuleX.Api.Surfaces.";
        if (type.Namespace?.StartsWith(surfaces, StringComparison.Ordinal) != true) return "";
        var surface = type.Namespace[surfaces.Length..].Split('.')[0];
        return type.Name.StartsWith(surface, StringComparison.Ordinal) ? "" : surface;
    }
}
