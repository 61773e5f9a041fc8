using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Locations;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using static ModuleX.Api.Hosting.Answers;

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
        locations.MapPost("", Create).WithName("AuthX_Locations_Create").RequirePermission(PermissionNames.LocationCreate)
            .WithSummary("Add a location to an organization")
            .Produces<LocationResponse>(201).Refuses(404, 409);
        locations.MapGet("", List).WithName("AuthX_Locations_List").RequirePermission(PermissionNames.LocationRead).WithSummary("Locations, newest first")
            .Produces<PageResponse<LocationResponse>>();
        locations.MapGet("/{location_id}", Get).WithName("AuthX_Locations_Get").RequirePermission(PermissionNames.LocationRead).WithSummary("One location")
            .Produces<LocationResponse>();
        locations.MapPut("/{location_id}", Update).WithName("AuthX_Locations_Update").RequirePermission(PermissionNames.LocationUpdate)
            .WithSummary("Change a location")
            .Produces<LocationResponse>().Refuses(409);
        locations.MapDelete("/{location_id}", Delete).WithName("AuthX_Locations_Delete").RequirePermission(PermissionNames.LocationDelete)
            .WithSummary("Delete a location to which no user is assigned")
            .Produces<StatusResponse>().Refuses(400);
    }

    private static void MapAssignments(RouteGroupBuilder locations)
    {
        locations.MapPost("/assign", Assign).WithName("AuthX_Locations_Assign").RequirePermission(PermissionNames.LocationAssign)
            .WithSummary("Set the locations of a user")
            .Produces<AssignmentResponse>().Refuses(404);
        locations.MapGet("/user/{user_id}", ListOfUser).WithName("AuthX_Locations_ListOfUser").RequireLevel(AccessLevel.User)
            .WithSummary("The locations of a user; one's own need no permission").Produces<UserLocationResponse[]>();
        locations.MapDelete("/user/{user_id}/location/{location_id}", RemoveUser).WithName("AuthX_Locations_RemoveUser")
            .RequirePermission(PermissionNames.LocationAssign)
            .WithSummary("Take one location from a user").Produces<StatusResponse>();
        locations.MapGet("/{location_id}/users", ListUsers).WithName("AuthX_Locations_ListUsers").RequirePermission(PermissionNames.LocationRead)
            .WithSummary("The users of a location, by username").Produces<PageResponse<LocationUserResponse>>();
    }

    private static async Task<IResult> Create(
        NewLocationRequest body, NamedOrganization named, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, named.InQuery()), cancellationToken);
        return Answer(result, location => location.ToWire<LocationResponse>(), StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(LocationListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken),
            page => page.ToWire(location => location.ToWire<LocationResponse>()));
    }

    private static async Task<IResult> Get(Guid location_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetLocationQuery(request.Caller, new LocationId(location_id)), cancellationToken);
        return Answer(result, location => location.ToWire<LocationResponse>());
    }

    private static async Task<IResult> Update(
        Guid location_id, LocationUpdateRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller, location_id), cancellationToken),
            location => location.ToWire<LocationResponse>());
    }

    private static async Task<IResult> Delete(Guid location_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new DeleteLocationCommand(request.Caller, new LocationId(location_id)), cancellationToken);
        return Answer(result, () => AuthXWire.Done("Location deleted successfully"));
    }

    private static async Task<IResult> Assign(AssignmentRequest body, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(request.Caller), cancellationToken), AssignmentResponse.Of);
    }

    private static async Task<IResult> ListOfUser(Guid user_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListUserLocationsQuery(request.Caller, new UserId(user_id)), cancellationToken);
        return Answer(result, places => places.Select(UserLocationResponse.Of).ToArray());
    }

    private static async Task<IResult> RemoveUser(
        Guid user_id, Guid location_id, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new RemoveUserLocationCommand(request.Caller, new UserId(user_id), new LocationId(location_id)), cancellationToken);
        return Answer(result, () => AuthXWire.Done("User removed from location successfully"));
    }

    private static async Task<IResult> ListUsers(
        Guid location_id, LocationUserListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller, location_id), cancellationToken);
        return Answer(result, page => page.ToWire(LocationUserResponse.Of));
    }
}

internal sealed record LocationListParameters(string? Search, bool? IsActive, PageParameters Page) : QueryParameters<LocationListParameters>
{
    public ListLocationsQuery ToQuery(Caller caller) => new(caller, Search, IsActive, Page.ToPage());
}

internal sealed record LocationUserListParameters(PageParameters Page) : QueryParameters<LocationUserListParameters>
{
    public ListLocationUsersQuery ToQuery(Caller caller, Guid location) => new(caller, new LocationId(location), Page.ToPage());
}
