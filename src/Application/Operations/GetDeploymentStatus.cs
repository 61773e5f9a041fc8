using ModuleX.Application.Catalog;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Operations;

/// <summary>Which tools this installation has.</summary>
public sealed record GetDeploymentStatusQuery : IQuery<DeploymentView>;

/// <summary>The tools of an installation, by name.</summary>
/// <param name="IsCatalogWhole">Every manifest was taken without a problem.</param>
/// <param name="Available">The tools of the catalog.</param>
/// <param name="Installed">Those that any organization has installed, whether or not they are still in the catalog.</param>
public sealed record DeploymentView(bool IsCatalogWhole, IReadOnlyList<string> Available, IReadOnlyList<string> Installed)
{
    /// <summary>How many of the installed tools there are in the catalog.</summary>
    public int Accessible => Installed.Intersect(Available).Count();

    /// <summary>There are tools, and none of them is kept by its manifest from being installed.</summary>
    public bool CanInstall => IsCatalogWhole && Available.Count > 0;
}

internal sealed class GetDeploymentStatusHandler(IToolCatalog catalog, IInstallations installations)
    : IQueryHandler<GetDeploymentStatusQuery, DeploymentView>
{
    public async Task<Result<DeploymentView>> Handle(GetDeploymentStatusQuery query, CancellationToken cancellationToken) => new DeploymentView(
        catalog.IsWhole,
        [.. catalog.Current.Tools.Select(tool => tool.Name)],
        await installations.ListToolsOfAllAsync(cancellationToken));
}
