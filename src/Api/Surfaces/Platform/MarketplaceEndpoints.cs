using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>What there is to install and what people think of it, document 5's <c>/api/modules/marketplace</c>.</summary>
internal static class MarketplaceEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/modules/marketplace", List).WithName("Platform_Marketplace_List").RequireLevel(AccessLevel.User).WithSummary("All modules with how much they are used and liked")
            .Produces<MarketplaceResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401);
        surface.MapPut("/modules/{module}/rating", Rate).WithName("Platform_Ratings_Set").RequireLevel(AccessLevel.User).WithSummary("Rate a module, or change one's rating")
            .Produces<MarketplaceModuleResponse>().Produces<PlatformErrorBody>(400).Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(404);
        surface.MapDelete("/modules/{module}/rating", RemoveRating).WithName("Platform_Ratings_Delete").RequireLevel(AccessLevel.User).WithSummary("Take one's rating back")
            .Produces<SuccessResponse>().Produces<PlatformErrorBody>(401).Produces<PlatformErrorBody>(404);
    }

    private static async Task<IResult> List(QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var wanted = new ListMarketplaceQuery(query.Text("search"), query.Text("category"), query.Text("tag"), query.ToOptionalPage());
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(wanted, cancellationToken);
        return result.Failed(out var error, out var marketplace) ? error.ToResult() : Results.Ok(marketplace.ToWire());
    }

    private static async Task<IResult> Rate(string module, RatingRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new RateModuleCommand(caller.Caller, module, body.Rating), cancellationToken);
        return result.Failed(out var error, out var rated) ? error.ToResult() : Results.Ok(rated.ToWire());
    }

    private static async Task<IResult> RemoveRating(string module, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new RemoveRatingCommand(caller.Caller, module), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(new SuccessResponse(true));
    }
}
