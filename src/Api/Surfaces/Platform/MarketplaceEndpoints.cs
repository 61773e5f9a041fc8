using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>What there is to install and what people think of it, document 5's <c>/api/modules/marketplace</c>.</summary>
internal static class MarketplaceEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/modules/marketplace", List).WithName("Platform_Marketplace_List").RequireLevel(AccessLevel.User)
            .WithSummary("All modules with how much they are used and liked")
            .Produces<MarketplaceResponse>();
        surface.MapPut("/modules/{module}/rating", Rate).WithName("Platform_Ratings_Set").RequireLevel(AccessLevel.User)
            .WithSummary("Rate a module, or change one's rating")
            .Produces<MarketplaceModuleResponse>();
        surface.MapDelete("/modules/{module}/rating", RemoveRating).WithName("Platform_Ratings_Delete").RequireLevel(AccessLevel.User)
            .WithSummary("Take one's rating back")
            .Produces<SuccessResponse>();
    }

    private static async Task<IResult> List(MarketplaceParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(list.ToQuery(), cancellationToken), MarketplaceResponse.Of);
    }

    private static async Task<IResult> Rate(string module, RatingRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new RateModuleCommand(request.Caller, module, body.Rating), cancellationToken);
        return Answer(result, MarketplaceModuleResponse.Of);
    }

    private static async Task<IResult> RemoveRating(string module, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new RemoveRatingCommand(request.Caller, module), cancellationToken), () => new SuccessResponse(true));
    }
}

internal sealed record MarketplaceParameters(string? Search, string? Category, string? Tag, PageParameters Page) : QueryParameters<MarketplaceParameters>
{
    public ListMarketplaceQuery ToQuery() => new(Search, Category, Tag, Page.ToOptionalPage());
}
