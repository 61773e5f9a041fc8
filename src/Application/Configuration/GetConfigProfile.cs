using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>A profile of the caller's tenant. NotFound: there is none.</summary>
public sealed record GetConfigProfileQuery(Caller Caller, Guid Id) : IQuery<ConfigProfileView>;

internal sealed class GetConfigProfileHandler(IConfigurationDirectory configurations) : IQueryHandler<GetConfigProfileQuery, ConfigProfileView>
{
    public async Task<Result<ConfigProfileView>> Handle(GetConfigProfileQuery query, CancellationToken cancellationToken) =>
        await configurations.FindProfileAsync(query.Caller.Tenant, query.Id, cancellationToken) is { } profile ? ConfigProfileView.Of(profile)
            : ConfigErrors.ProfileNotFound;
}
