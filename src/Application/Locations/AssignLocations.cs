using System.Collections.Immutable;
using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Locations;

/// <summary>
/// Gives a user these places of the home organization in the stead of all earlier ones. NotFound: the user is unknown, or out of the caller's reach.
/// Invalid: a location is unknown, inactive or of another organization, or the primary one is not among them.
/// </summary>
/// <param name="Primary">Null leaves the primary one as it is where it is still among them; else there is none.</param>
public sealed record AssignLocationsCommand(Caller Caller, UserId User, ImmutableArray<LocationId> Locations, LocationId? Primary) : ICommand<AssignmentView>;

internal sealed class AssignLocationsValidator : AbstractValidator<AssignLocationsCommand>
{
    private const int MostLocations = 500;

    public AssignLocationsValidator() =>
        RuleFor(command => command.Locations).Must(locations => locations.Length <= MostLocations).OverridePropertyName("LocationIds")
            .WithMessage($"Must have at most {MostLocations} locations");
}

internal sealed class AssignLocationsHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<AssignLocationsCommand, AssignmentView>
{
    public async Task<Result<AssignmentView>> Handle(AssignLocationsCommand command, CancellationToken cancellationToken)
    {
        var (caller, wanted) = (command.Caller, command.Locations.Distinct().ToList());
        if (command.Primary is { } named && !wanted.Contains(named)) return LocationErrors.PrimaryNotAssigned;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Users.FindAsync(command.User, cancellationToken) is not { } user || !caller.Reaches(user.OrganizationId))
            return IdentityErrors.UserNotFound;
        var found = await work.Locations.FindAsync(wanted, cancellationToken);
        if (found.Count(location => location.IsActive && location.OrganizationId == user.OrganizationId) != wanted.Count)
            return LocationErrors.LocationsInvalid;

        var earlier = await work.Locations.TakeAllAsync(user.Id, cancellationToken);
        var primary = command.Primary ?? earlier.FirstOrDefault(place => place.IsPrimary && wanted.Contains(place.LocationId))?.LocationId;
        var now = time.GetUtcNow();
        foreach (var id in wanted)
            work.Locations.Add(
                new UserLocation(caller.Tenant, user.Id, id, id == primary, earlier.FirstOrDefault(place => place.LocationId == id)?.AssignedAt ?? now));
        work.Record(Assigned(caller, user, earlier, wanted, primary));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : new AssignmentView(user.Id, wanted, primary);
    }

    private static AuditEvent Assigned(Caller caller, User user, IReadOnlyList<UserLocation> earlier, List<LocationId> wanted, LocationId? primary)
    {
        var happened = new AuditEvent(caller.Actor, AuditActions.LocationsAssigned, AuditResources.User, user.Id.ToString(), user.OrganizationId)
            .With("earlier_location_ids", earlier.Select(place => place.LocationId.ToString()).ToArray())
            .With("location_ids", wanted.Select(id => id.ToString()).ToArray());
        return primary is { } id ? happened.With("primary_location_id", id.ToString()) : happened;
    }
}
