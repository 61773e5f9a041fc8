using ModuleX.Api.Hosting;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What was recorded, document 3's <c>/audit</c>.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var audit = surface.MapGroup("/audit");
        audit.MapGet("/logs", List).WithName("AuthX_Audit_List").RequireLevel(AccessLevel.User)
            .WithSummary("What was recorded, newest first; addresses of others only with audit:read; own records alone where registration is open")
            .Produces<PageResponse<AuditLogResponse>>();
        audit.MapGet("/user/{user_id}/activity", GetActivity).WithName("AuthX_Audit_UserActivity").RequireLevel(AccessLevel.User)
            .WithSummary("How much a user has done; of whom the list shows the records, or oneself")
            .Produces<UserActivityResponse>();
        audit.MapGet("/organization/{organization_id}/stats", GetStats).WithName("AuthX_Audit_OrganizationStats").RequireLevel(AccessLevel.User)
            .WithSummary("How much was done in the organization of the token; for its members")
            .Produces<OrganizationStatsResponse>();
        audit.MapGet("/export", Export).WithName("AuthX_Audit_Export").RequireLevel(AccessLevel.User)
            .WithSummary("The records as a file, newest first, as far as the list goes; whole with the permission audit:export. The export is recorded itself")
            .Produces<AuditLogResponse[]>(200, "application/json", "text/csv");
    }

    private static async Task<IResult> List(AuditListParameters list, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(list.ToQuery(request.Caller), cancellationToken), page => page.ToWire(AuditLogResponse.Of));
    }

    private static async Task<IResult> GetActivity(
        Guid user_id, AuditDaysParameters period, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new GetUserActivityQuery(request.Caller, new UserId(user_id), period.Days);
        return Answer(await useCases.SendAsync(query, cancellationToken), UserActivityResponse.Of);
    }

    private static async Task<IResult> GetStats(
        Guid organization_id, AuditDaysParameters period, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new GetOrganizationStatsQuery(request.Caller, new OrganizationId(organization_id), period.Days);
        return Answer(await useCases.SendAsync(query, cancellationToken), OrganizationStatsResponse.Of);
    }

    private static async Task<IResult> Export(AuditExportParameters export, CallerOfRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = export.ToCommand(request.Caller);
        var result = await useCases.SendAsync(command, cancellationToken);
        return Answer(result, found => new AuditFile(found, command.Format));
    }
}
