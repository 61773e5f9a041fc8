using ModuleX.Api.Hosting;
using ModuleX.Application.Messaging;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What was recorded, document 3's <c>/audit</c>.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var audit = surface.MapGroup("/audit");
        audit.MapGet("/logs", List).WithName("AuthX_Audit_List").RequireLevel(AccessLevel.User)
            .WithSummary("What was recorded, newest first; addresses of others only with audit:read; the own records alone where anybody may join")
            .Produces<PageResponse<AuditLogResponse>>().Produces<AuthXErrorBody>(403).Produces<AuthXValidationBody>(422);
        audit.MapGet("/user/{user_id}/activity", GetActivity).WithName("AuthX_Audit_UserActivity").RequireLevel(AccessLevel.User)
            .WithSummary("How much a user has done; of whom the list shows the records, or oneself")
            .Produces<UserActivityResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXValidationBody>(422);
        audit.MapGet("/organization/{organization_id}/stats", GetStats).WithName("AuthX_Audit_OrganizationStats").RequireLevel(AccessLevel.User)
            .WithSummary("How much was done in the organization of the token; for its members")
            .Produces<OrganizationStatsResponse>().Produces<AuthXErrorBody>(403).Produces<AuthXErrorBody>(404).Produces<AuthXValidationBody>(422);
        audit.MapGet("/export", Export).WithName("AuthX_Audit_Export").RequireLevel(AccessLevel.User)
            .WithSummary("The records as a file, newest first, as far as the list goes; whole with the permission audit:export. The export is recorded itself")
            .Produces<AuditLogResponse[]>(200, "application/json", "text/csv").Produces<AuthXErrorBody>(403).Produces<AuthXValidationBody>(422);
    }

    private static async Task<IResult> List(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToAuditLogs(caller), cancellationToken);
        return result.Failed(out var error, out var page) ? error.ToResult() : Results.Ok(page.ToWire(AuditMapping.ToWire));
    }

    private static async Task<IResult> GetActivity(Guid user_id, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToActivityOf(caller, user_id), cancellationToken);
        return result.Failed(out var error, out var activity) ? error.ToResult() : Results.Ok(activity.ToWire());
    }

    private static async Task<IResult> GetStats(Guid organization_id, QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(query.ToStatsOf(caller, organization_id), cancellationToken);
        return result.Failed(out var error, out var stats) ? error.ToResult() : Results.Ok(stats.ToWire());
    }

    private static async Task<IResult> Export(QueryValues query, CallerOfRequest caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = query.ToExport(caller);
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out var export) ? error.ToResult() : new AuditFile(export, command.Format);
    }
}
