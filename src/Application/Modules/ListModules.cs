using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>All modules, installed or not, by name.</summary>
public sealed record ListModulesQuery : IQuery<IReadOnlyList<ModuleView>>;

internal sealed class ListModulesHandler(IModules modules, ModuleSettings settings) : IQueryHandler<ListModulesQuery, IReadOnlyList<ModuleView>>
{
    public async Task<Result<IReadOnlyList<ModuleView>>> Handle(ListModulesQuery query, CancellationToken cancellationToken)
    {
        var (states, views) = (modules.States, new List<ModuleView>());
        foreach (var tool in modules.All.Tools) views.Add(await settings.ShowAsync(tool, states, cancellationToken));
        return views;
    }
}
