using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>The profiles of the caller's tenant, by name.</summary>
public sealed record ListConfigProfilesQuery(Caller Caller) : IQuery<IReadOnlyList<ConfigProfileView>>;

internal sealed class ListConfigProfilesHandler(IConfigurationDirectory configurations) : IQueryHandler<ListConfigProfilesQuery,
    IReadOnlyList<ConfigProfileView>>
{
    public async Task<Result<IReadOnlyList<ConfigProfileView>>> Handle(ListConfigProfilesQuery query, CancellationToken cancellationToken) =>
        (await configurations.ListProfilesAsync(query.Caller.Tenant, cancellationToken)).Select(ConfigProfileView.Of).ToList();
}
