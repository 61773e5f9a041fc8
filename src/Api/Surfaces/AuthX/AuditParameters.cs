using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Which records of the audit log.</summary>
internal sealed record AuditFilterParameters(
    Guid? UserId,
    string? Action,
    string? Resource,
    [AllowedValues(AuditStatuses.Success, AuditStatuses.Failure, AuditStatuses.Warning)] string? Status,
    PeriodWithLengthParameters Period)
{
    public AuditFilter ToFilter() => new(
        null, UserId is { } user ? new UserId(user) : null, Action, Resource, Status, Period.StartDate, Period.EndDate);
}

/// <summary>The audit log pages like every list of document 3, with more on a page.</summary>
internal sealed record AuditListParameters(
    AuditFilterParameters Filter,
    [Range(1, PageParameters.LastPage)] int Page = 1,
    [Range(1, PageParameters.LargestPage)] int Size = 50,
    [Range(0, int.MaxValue)] int? Skip = null,
    [Range(1, PageParameters.LargestPage)] int? Limit = null) : QueryParameters<AuditListParameters>
{
    public ListAuditLogsQuery ToQuery(Caller caller) => new(caller, Filter.ToFilter(), new PageParameters(Page, Size, Skip, Limit).ToPage());
}

internal sealed record AuditExportParameters(AuditFilterParameters Filter, [AllowedValues(AuditFile.Csv, AuditFile.Json)] string? Format)
    : QueryParameters<AuditExportParameters>
{
    public ExportAuditLogsCommand ToCommand(Caller caller) => new(caller, Filter.ToFilter(), Format ?? AuditFile.Csv);
}

internal sealed record AuditDaysParameters([Range(1, 365)] int Days = 30) : QueryParameters<AuditDaysParameters>;
