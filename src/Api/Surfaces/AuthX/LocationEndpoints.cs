using ModuleX.Api.Hosting;
using ModuleX.Application.Locations;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Locations and who is assigned to them, document 3's <c>/locations</c>.</summary>
internal static class LocationEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var locations = surface.MapGroup("/locations");
        MapLocations(locations);
        MapAssignments(locations);
    }

    private static void MapLocations(RouteGroupBuilder locations)
    {
        locations.MapPost("", Create).WithName("AuthX_Locations_Create").RequirePermission(PermissionNames.LocationCreate).WithSummary("Add a location to an organization")
            .Produces<LocationResponse>(201).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        locations.MapGet("", List).WithName("AuthX_Locations_List").RequirePermission(PermissionNames.LocationRead).WithSummary("Locations, newest first")
            .Produces<PageResponse<LocationResponse>>().Produces<AuthXErrorBody>(403).Produces<AuthXValidationBody>(422);
        locations.MapGet("/{location_id}", Get).WithName("AuthX_Locations_Get").RequirePermission(PermissionNames.LocationRead).WithSummary("One location")
            .Produces<LocationResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        locations.MapPut("/{location_id}", Update).WithName("AuthX_Locations_Update").RequirePermission(PermissionNames.LocationUpdate).WithSummary("Change a location")
            .Produces<LocationResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXErrorBody>(409).Produces<AuthXValidationBody>(422);
        locations.MapDelete("/{location_id}", Delete).WithName("AuthX_Locations_Delete").RequirePermission(PermissionNames.LocationDelete)
            .WithSummary("Take a location away to which nobody is assigned")
            .Produces<StatusResponse>().Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
    }

    private static void MapAssignments(RouteGroupBuilder locations)
    {
        locations.MapPost("/assign", Assign).WithName("AuthX_Locations_Assign").RequirePermission(PermissionNames.LocationAssign).WithSummary("Set the locations of a user")
            .Produces<AssignmentResponse>().Produces<AuthXErrorBody>(400).Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXValidationBody>(422);
        locations.MapGet("/user/{user_id}", ListOfUser).WithName("AuthX_Locations_ListOfUser").RequireLevel(AccessLevel.User)
            .WithSummary("The locations of a user; one's own need no permission").Produces<UserLocationResponse[]>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        locations.MapDelete("/user/{user_id}/location/{location_id}", RemoveUser).WithName("AuthX_Locations_RemoveUser").RequirePermission(PermissionNames.LocationAssign)
            .WithSummary("Take one location from a user").Produces<StatusResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
        locations.MapGet("/{location_id}/users", ListUsers).WithName("AuthX_Locations_ListUsers").RequirePermission(PermissionNames.LocationRead)
            .WithSummary("The users of a location, by username").Produces<PageResponse<LocationUserResponse>>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404);
    }

    private static async Task<IResult> Create(NewLocationRequest body, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var named = query.Uuid(OrganizationOfRequest.QueryName);
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(body.ToCommand(caller, named), cancellationToken);
        return result.Failed(out var error, out var location) ? error.ToResult() : Results.Json(location.ToWire(), statusCode: 201);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToLocations(caller), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(page.ToWire(LocationMapping.ToWire));
    }

    private static async Task<IResult> Get(Guid location_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetLocationQuery(caller.Caller, new LocationId(location_id)), cancellationToken);
        return result.Failed(out var error, out var location) ? error.ToResult() : Results.Ok(location.ToWire());
    }

    private static async Task<IResult> Update(Guid location_id, LocationUpdateRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller, location_id), cancellationToken);
        return result.Failed(out var error, out var location) ? error.ToResult() : Results.Ok(location.ToWire());
    }

    private static async Task<IResult> Delete(Guid location_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteLocationCommand(caller.Caller, new LocationId(location_id)), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(AuthXMapping.Done("Location deleted successfully"));
    }

    private static async Task<IResult> Assign(AssignmentRequest body, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller), cancellationToken);
        return result.Failed(out var error, out var assignment) ? error.ToResult() : Results.Ok(assignment.ToWire());
    }

    private static async Task<IResult> ListOfUser(Guid user_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListUserLocationsQuery(caller.Caller, new UserId(user_id)), cancellationToken);
        return result.Failed(out var error, out var places) ? error.ToResult() : Results.Ok(places.Select(LocationMapping.ToWire).ToArray());
    }

    private static async Task<IResult> RemoveUser(Guid user_id, Guid location_id, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new RemoveUserLocationCommand(caller.Caller, new UserId(user_id), new LocationId(location_id)), cancellationToken);
        return result.Failed(out var error, out _) ? error.ToResult() : Results.Ok(AuthXMapping.Done("User removed from location successfully"));
    }

    private static async Task<IResult> ListUsers(Guid location_id, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToUsersOf(caller, location_id), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(page.ToWire(LocationMapping.ToWire));
    }
}
