using ModuleX.Application.Messaging;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>One module, installed or not. NotFound: there is no such tool.</summary>
public sealed record GetModuleQuery(string Module) : IQuery<ModuleView>;

internal sealed class GetModuleHandler(IModules modules, ModuleSettings settings) : IQueryHandler<GetModuleQuery, ModuleView>
{
    public async Task<Result<ModuleView>> Handle(GetModuleQuery query, CancellationToken cancellationToken) =>
        modules.All.FindTool(query.Module).Failed(out _, out var tool) ? ModuleErrors.Unknown(query.Module)
            : await settings.ShowAsync(tool, modules.States, cancellationToken);
}
