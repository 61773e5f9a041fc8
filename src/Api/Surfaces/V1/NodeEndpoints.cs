using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Operations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>The processes that serve this installation.</summary>
internal static class NodeEndpoints
{
    public static void Map(IEndpointRouteBuilder surface) =>
        surface.MapGet("/nodes", List).WithName("V1_Nodes_List").RequireLevel(AccessLevel.PlatformAdmin)
            .WithSummary("The processes that serve this installation, the oldest first").Produces<NodeListResponse>();

    private static async Task<IResult> List(IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new ListNodesQuery(), cancellationToken), NodeListResponse.Of);
    }
}
