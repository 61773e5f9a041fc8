using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>One location. NotFound: unknown, or of an organization out of the caller's reach.</summary>
public sealed record GetLocationQuery(Caller Caller, LocationId Location) : IQuery<LocationView>;

internal sealed class GetLocationHandler(ILocationDirectory locations) : IQueryHandler<GetLocationQuery, LocationView>
{
    public async Task<Result<LocationView>> Handle(GetLocationQuery query, CancellationToken cancellationToken) =>
        await locations.FindAsync(query.Caller.Tenant, query.Location, cancellationToken) is { } location && query.Caller.Reaches(location.OrganizationId)
            ? LocationView.Of(location)
            : LocationErrors.NotFound;
}
