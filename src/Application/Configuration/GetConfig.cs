using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>The configuration of the caller's tenant as it is in force.</summary>
public sealed record GetConfigQuery(Caller Caller) : IQuery<ConfigView>;

internal sealed class GetConfigHandler(IConfigurationDirectory configurations, IModules modules, ConfigDefaults defaults)
    : IQueryHandler<GetConfigQuery, ConfigView>
{
    public async Task<Result<ConfigView>> Handle(GetConfigQuery query, CancellationToken cancellationToken)
    {
        var (own, createdAt) = await configurations.FindAsync(query.Caller.Tenant, cancellationToken);
        var states = modules.States;
        DateTimeOffset?[] changes = [own?.UpdatedAt, states.ChangedAt, createdAt];
        return new ConfigView(defaults.Complete(own, states), changes.Max()!.Value);
    }
}
