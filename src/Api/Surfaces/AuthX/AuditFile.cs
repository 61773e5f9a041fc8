using ModuleX.Api.Hosting;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModuleX.Application.Audit;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>The audit log as a file, written entry by entry while it is read: an export of any length needs the memory of one batch.</summary>
/// <param name="format"><see cref="Csv"/> or <see cref="Json"/>.</param>
internal sealed class AuditFile(AuditExportView export, string format) : IResult
{
    public const string Csv = "csv";
    public const string Json = "json";

    private static readonly string[] Columns =
        ["id", "user_id", "organization_id", "action", "resource", "resource_id", "ip_address", "user_agent", "details", "status", "created_at", "updated_at"];

    /// <summary>
    /// RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe in front: what callers send as their user agent is in there
    /// (https://owasp.org/www-community/attacks/CSV_Injection).
    /// </summary>
    private static readonly CsvWriterOptions Rules = new() { Injection = CsvInjection.Escape };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var name = $"audit_logs_{services.GetRequiredService<TimeProvider>().GetUtcNow():yyyyMMdd_HHmmss}.{format}";
        var entries = export.Entries.Select(AuditLogResponse.Of);
        var stopped = httpContext.RequestAborted;
        var result = format == Json
            ? Results.Stream(
                body => JsonSerializer.SerializeAsync(body, entries, services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions,
                stopped), "application/json", name)
            : Results.Stream(body => WriteCsvAsync(body, entries, stopped), "text/csv; charset=utf-8", name);
        return result.ExecuteAsync(httpContext);
    }

    private static async Task WriteCsvAsync(Stream body, IAsyncEnumerable<AuditLogResponse> entries, CancellationToken cancellationToken)
    {
        // Not disposed: where reading fails, what is in the buffer must not go out and look like the end.
        var csv = CsvWriter.Create(body, Rules, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, cancellationToken);
        await foreach (var entry in entries.WithCancellation(cancellationToken)) await csv.WriteRecordAsync(CellsOf(entry), cancellationToken);
        await csv.FlushAsync(cancellationToken);
    }

    private static string?[] CellsOf(AuditLogResponse entry) =>
    [
        entry.Id, entry.UserId?.ToString(), entry.OrganizationId?.ToString(), entry.Action, entry.Resource, entry.ResourceId, entry.IpAddress, entry.UserAgent,
        entry.Details, entry.Status,
        WireTime.Of(entry.CreatedAt), WireTime.Of(entry.UpdatedAt),
    ];
}
