using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting;

/// <summary>One OpenAPI 3.1 document a surface, the whole at <c>/openapi.json</c>, and a page to read them that needs nothing from elsewhere.</summary>
internal static class ApiDocuments
{
    /// <summary>The framework's name for the document of a path without one.</summary>
    private const string Whole = "v1";

    public static IServiceCollection AddApiDocuments(this IServiceCollection services)
    {
        foreach (var surface in SurfaceList.All) services.AddOpenApi(surface.Name, document => Describe(document, $"ModuleX, {surface.Name}"));
        return services.AddOpenApi(Whole, document =>
        {
            Describe(document, "ModuleX");
            document.ShouldInclude = _ => true;
            // Two surfaces may call different things by one name.
            document.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id ? SurfaceOf(type.Type) + id : null;
        });
    }

    public static void UseApiDocuments(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").ExcludeFromDescription();
        app.MapOpenApi("/openapi.json").ExcludeFromDescription();
        // In a branch of its own: the page's middleware matches regular expressions against every path that it sees.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase), docs => docs.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "ModuleX";
            foreach (var surface in SurfaceList.All) page.SwaggerEndpoint($"/openapi/{surface.Name}.json", surface.Name);
        }));
    }

    private static void Describe(OpenApiOptions options, string title)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((openApi, _, _) =>
        {
            openApi.Info = new OpenApiInfo { Title = title, Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3) };
            return Task.CompletedTask;
        });
    }

    /// <summary>The folder of a wire record, or of what a generic one holds; empty for others.</summary>
    private static string SurfaceOf(Type type)
    {
        const string surfaces = "ModuleX.Api.Surfaces.";
        return type.Namespace?.StartsWith(surfaces, StringComparison.Ordinal) == true ? type.Namespace[surfaces.Length..] : "";
    }
}
