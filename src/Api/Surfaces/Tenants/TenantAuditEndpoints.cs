using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>What was recorded, document 4's <c>/api/tenants/audit-logs</c>: people see what they did, the tenant's admins see all of it.</summary>
internal static class TenantAuditEndpoints
{
    public static void Map(IEndpointRouteBuilder tenants) =>
        tenants.MapGet("/audit-logs", List).WithName("Tenants_AuditLogs_List").RequireLevel(AccessLevel.User)
            .WithSummary("What was recorded, newest first; at most 100 a page")
            .Produces<Envelope<TenantResultsResponse<TenantAuditLogResponse>>>();

    private static async Task<IResult> List(TenantAuditListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken);
        if (result.Failed(out var error, out var page)) return error.ToResult();
        return Results.Ok(TenantsWire.Success(new TenantResultsResponse<TenantAuditLogResponse>([.. page.Items.Select(TenantAuditLogResponse.Of)])));
    }
}

/// <param name="Action">In the wire's words.</param>
/// <param name="UserId">The number of a user.</param>
internal sealed record TenantAuditListParameters(
    string? Action,
    string? ResourceType,
    PeriodWithLengthParameters Period,
    [Range(typeof(long), "1", "9223372036854775807")] long? UserId,
    PageParameters Page) : QueryParameters<TenantAuditListParameters>
{
    public ListOwnAuditLogsQuery ToQuery(Caller caller)
    {
        var actions = Action is null ? null : TenantAuditWords.StoredOf(Action);
        var filter = new AuditFilter(Resource: ResourceType?.ToLowerInvariant(), Since: Period.StartDate, Until: Period.EndDate, Actions: actions);
        return new(caller, filter, UserId, Page.ToPage());
    }
}
