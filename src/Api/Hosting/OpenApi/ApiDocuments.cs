using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NSwag.AspNetCore;

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
            Describe(document, new DocumentTitle("ModuleX", "Tool authentication and tool execution for AI agents: the HTTP APIs of one server."));
            document.ShouldInclude = _ => true;
            // Two surfaces may call different things by one name.
            document.CreateSchemaReferenceId = type => NameOf(type) is { } id ? SurfaceOf(type.Type) + id : null;
        });
    }

    public static void UseApiDocuments(this WebApplication app)
    {
        foreach (var surface in SurfaceList.All) MapDocument(app, $"/openapi/{surface.Name}.json", surface.Name);
        MapDocument(app, "/openapi.json", Whole);
        // In a branch of its own: other paths need not pass the page's three middlewares.
        app.UseWhen(IsForDocs, docs => docs.Use(NameThePage).UseSwaggerUi(page =>
        {
            page.Path = "/docs";
            // The page names its files as beside itself, which at /docs without a slash would be the root. The title is what stands before their names.
            page.DocumentTitle = "ModuleX</title><base href=\"/docs/\"><title>";
            page.DocExpansion = "list";
            // The default writes a header of the request into the page.
            page.TransformToExternalPath = (path, _) => path;
            foreach (var surface in SurfaceList.All) page.SwaggerRoutes.Add(new SwaggerUiRoute(surface.Name, $"/openapi/{surface.Name}.json"));
        }));
    }

    private static bool IsForDocs(HttpContext context) => context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase);

    /// <summary>The middleware answers /docs with a redirect, which tools that look for the page don't follow.</summary>
    private static Task NameThePage(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value!.TrimEnd('/').Length == "/docs".Length) context.Request.Path = "/docs/index.html";
        return next(context);
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

    /// <summary>What a schema is called; the framework's names of lists have brackets, which OpenAPI forbids. An id is a text and has no schema.</summary>
    private static string? NameOf(JsonTypeInfo type) => WireId.IsId(Nullable.GetUnderlyingType(type.Type) ?? type.Type) ? null
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("[]", "List", StringComparison.Ordinal);

    /// <summary>The folder of a wire record, or of what a generic one holds; empty for others, and for those whose name begins with it.</summary>
    private static string SurfaceOf(Type type)
    {
        const string surfaces = "ModuleX.Api.Surfaces.";
        if (type.Namespace?.StartsWith(surfaces, StringComparison.Ordinal) != true) return "";
        var surface = type.Namespace[surfaces.Length..].Split('.')[0];
        return type.Name.StartsWith(surface, StringComparison.Ordinal) ? "" : surface;
    }
}
