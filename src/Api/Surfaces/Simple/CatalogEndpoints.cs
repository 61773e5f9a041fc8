using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>What tools there are, document 2's <c>/tools</c>.</summary>
internal static class CatalogEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/tools", ListTools).WithName("Simple_Tools_List").WithSummary("Every tool with its actions and their parameters")
            .Produces<ToolListResponse>();
        surface.MapGet("/tools/{tool_name}", GetTool).WithName("Simple_Tools_Get").WithSummary("One tool")
            .Produces<ToolResponse>();
    }

    private static async Task<IResult> ListTools(IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListToolsQuery(), cancellationToken);
        return Answer(result, ToolListResponse.KeptOf);
    }

    private static async Task<IResult> GetTool(string tool_name, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetToolQuery(tool_name), cancellationToken), ToolResponse.Of);
    }
}
