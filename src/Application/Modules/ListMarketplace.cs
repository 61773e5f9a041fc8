using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>All modules as the marketplace offers them, by name, with the words that they can be looked for by.</summary>
/// <param name="Search">A part of the name, the display name or the description, without regard to case; null does not matter.</param>
/// <param name="Category">Without regard to case; null does not matter.</param>
/// <param name="Tag">Without regard to case; null does not matter.</param>
/// <param name="Page">Null for all.</param>
public sealed record ListMarketplaceQuery(string? Search, string? Category, string? Tag, PageRequest? Page) : IQuery<MarketplaceView>;

/// <summary>What the marketplace has.</summary>
/// <param name="Categories">Of all modules, whatever is looked for.</param>
/// <param name="Tags">Of all modules, whatever is looked for.</param>
public sealed record MarketplaceView(IReadOnlyList<MarketplaceModuleView> Modules, IReadOnlyList<string> Categories, IReadOnlyList<string> Tags);

internal sealed class ListMarketplaceHandler(IModules modules, IModulePopularity stored) : IQueryHandler<ListMarketplaceQuery, MarketplaceView>
{
    public async Task<Result<MarketplaceView>> Handle(ListMarketplaceQuery query, CancellationToken cancellationToken)
    {
        var all = modules.All.Tools;
        var found = all.Where(tool => Matches(tool, query));
        if (query.Page is { } page) found = found.Skip(page.Skip).Take(page.Take);
        var popularity = await stored.MeasureAsync(cancellationToken);
        return new MarketplaceView(
            [.. found.Select(tool => ViewOf(tool, popularity))],
            [.. all.SelectMany(tool => tool.Categories).Distinct().Order(StringComparer.Ordinal)],
            [.. all.SelectMany(tool => tool.Tags).Distinct().Order(StringComparer.Ordinal)]);
    }

    internal static MarketplaceModuleView ViewOf(ToolDefinition tool, IReadOnlyDictionary<string, ModulePopularity> popularity)
    {
        var own = popularity.GetValueOrDefault(tool.Name, ModulePopularity.None);
        return new(tool, own.Installs, own.Stars);
    }

    private static bool Matches(ToolDefinition tool, ListMarketplaceQuery query) =>
        (query.Search is not { } search || Has(tool.Name, search) || Has(tool.DisplayName, search) || Has(tool.Description, search))
        && (query.Category is not { } category || tool.Categories.Contains(category, StringComparer.OrdinalIgnoreCase))
        && (query.Tag is not { } tag || tool.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase));

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
