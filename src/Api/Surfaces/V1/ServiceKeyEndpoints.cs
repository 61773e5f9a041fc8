using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>The keys with which an organization's backend calls.</summary>
internal static class ServiceKeyEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var keys = surface.MapGroup("/service-keys");
        keys.MapPost("", Create).WithName("V1_ServiceKeys_Create").OnceByKey("key").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("Make a service key; the answer is the one time that it is shown").Produces<NewServiceKeyResponse>(201);
        keys.MapGet("", List).WithName("V1_ServiceKeys_List").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("The service keys of the organization, newest first, revoked ones included").Produces<CursorPageResponse<ServiceKeyResponse>>();
        keys.MapGet("/{key_id}", Get).WithName("V1_ServiceKeys_Get").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("One service key").Produces<ServiceKeyResponse>();
        keys.MapDelete("/{key_id}", Revoke).WithName("V1_ServiceKeys_Revoke").RequireLevel(AccessLevel.OrganizationAdmin)
            .WithSummary("End a service key, within a second and on every node; it stays in the list").Produces(204);
    }

    private static async Task<IResult> Create(
        CreateServiceKeyRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CreateServiceKeyCommand(request.Caller, organization.Id, body.Name, body.Scopes ?? [], body.ExpiresAt?.ToUniversalTime());
        return Answer(await useCases.SendAsync(command, cancellationToken), NewServiceKeyResponse.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(
        ServiceKeyListParameters list, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new ListServiceKeysQuery(request.Caller, organization.Id, list.Page.ToRequest());
        return Answer(await useCases.SendAsync(query, cancellationToken), page => page.ToWire(ServiceKeyResponse.Of));
    }

    private static async Task<IResult> Get(
        Guid key_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new GetServiceKeyQuery(request.Caller, organization.Id, new ApiKeyId(key_id)), cancellationToken);
        return Answer(result, ServiceKeyResponse.Of);
    }

    private static async Task<IResult> Revoke(
        Guid key_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new RevokeServiceKeyCommand(request.Caller, organization.Id, new ApiKeyId(key_id)), cancellationToken);
        return Answer(result, Results.NoContent);
    }
}

internal sealed record ServiceKeyListParameters(CursorParameters Page) : QueryParameters<ServiceKeyListParameters>;
