using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Operations;

/// <summary>Which tools this installation has.</summary>
public sealed record GetDeploymentStatusQuery : IQuery<DeploymentView>;

/// <summary>The tools of an installation, by name.</summary>
/// <param name="IsCatalogueWhole">Every manifest was taken without a problem.</param>
/// <param name="Available">The tools of the catalogue.</param>
/// <param name="Installed">Those that may be used; every tool of the catalogue is.</param>
public sealed record DeploymentView(bool IsCatalogueWhole, IReadOnlyList<string> Available, IReadOnlyList<string> Installed)
{
    /// <summary>Nothing that is available waits for somebody to install it.</summary>
    public bool IsAllInstalled => Available.Count > 0 && Installed.Count == Available.Count;
}

internal sealed class GetDeploymentStatusHandler(IToolCatalogue catalogue) : IQueryHandler<GetDeploymentStatusQuery, DeploymentView>
{
    public Task<Result<DeploymentView>> Handle(GetDeploymentStatusQuery query, CancellationToken cancellationToken)
    {
        var tools = catalogue.Current.Tools.Select(tool => tool.Name).ToList();
        return Task.FromResult<Result<DeploymentView>>(new DeploymentView(catalogue.IsWhole, tools, tools));
    }
}
