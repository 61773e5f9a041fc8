using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>What was recorded, document 4's <c>/api/tenants/audit-logs</c>: people see what they did, the tenant's admins see all of it.</summary>
internal static class TenantAuditEndpoints
{
    public static void Map(IEndpointRouteBuilder tenants) =>
        tenants.MapGet("/audit-logs", List).WithName("Tenants_AuditLogs_List").RequireLevel(AccessLevel.User)
            .WithSummary("What was recorded, newest first; at most 100 a page")
            .Produces<Envelope<TenantResultsResponse<TenantAuditLogResponse>>>();

    private static async Task<IResult> List(QueryValues query, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToOwnAuditLogs(request.Caller), cancellationToken);
        if (result.Failed(out var error, out var page)) return error.ToResult();
        return Results.Ok(TenantsMapping.Success(new TenantResultsResponse<TenantAuditLogResponse>([.. page.Items.Select(TenantAuditMapping.ToTenantWire)])));
    }
}
