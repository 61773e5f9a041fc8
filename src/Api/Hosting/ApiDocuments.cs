using System.Reflection;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting;

/// <summary>One OpenAPI 3.1 document a surface, and a page to read them that needs nothing from elsewhere.</summary>
internal static class ApiDocuments
{
    public static IServiceCollection AddApiDocuments(this IServiceCollection services)
    {
        foreach (var surface in SurfaceList.All)
        {
            services.AddOpenApi(surface.Name, document =>
            {
                document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                document.AddDocumentTransformer((openApi, _, _) =>
                {
                    openApi.Info = new OpenApiInfo { Title = $"ModuleX, {surface.Name}", Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3) };
                    return Task.CompletedTask;
                });
            });
        }
        return services;
    }

    public static void UseApiDocuments(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").ExcludeFromDescription();
        // In a branch of its own: the page's middleware matches regular expressions against every path that it sees.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase), docs => docs.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "ModuleX";
            foreach (var surface in SurfaceList.All) page.SwaggerEndpoint($"/openapi/{surface.Name}.json", surface.Name);
        }));
    }
}
