using ModuleX.Api.Hosting;
using ModuleX.Api.Pages;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>The root and health of document 2.</summary>
internal static class SystemEndpoints
{
    private static readonly RootResponse Root = new(
        "ModuleX - Simplified Version",
        ProductVersion.Text,
        "/docs",
        new(
            new("/auth/url/{tool_name}?user_id=YOUR_USER_ID", "/auth/callback/{tool_name}", "/auth/tools?user_id=YOUR_USER_ID"),
            new("/tools/", "/tools/{tool_name}", "/tools/{tool_name}/execute?user_id=YOUR_USER_ID", "/tools/openai-tools?user_id=YOUR_USER_ID")));

    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/", (HttpRequest request) => BrowserRequest.WantsPage(request) ? Results.LocalRedirect(ConsoleFiles.Path) : Results.Ok(Root))
            .WithName("Simple_System_Root").WithSummary("What this server is and where to begin").Produces<RootResponse>();
        surface.MapGet("/health",
            (IHostEnvironment environment) => new HealthResponse("healthy", "ModuleX", ProductVersion.Text, environment.EnvironmentName.ToLowerInvariant()))
            .WithName("Simple_System_Health").WithSummary("Whether the server answers");
    }
}
