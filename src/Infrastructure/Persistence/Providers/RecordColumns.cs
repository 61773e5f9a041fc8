using ModuleX.Domain.Records;

namespace ModuleX.Infrastructure.Persistence.Providers;

/// <summary>The columns of the records' table in the order in which they are inserted.</summary>
internal static class RecordColumns
{
    public const string List =
        "tenant_id, organization_id, kind, level, at, user_id, category, message, success, tool_name, action_name, endpoint, method, status_code, "
        + "duration_microseconds, ip_address, code, details, is_slow, connection_id, run_id";

    /// <summary>The values for databases that have types for ids and times.</summary>
    public static object[] ValuesOf(RecordEntry entry) =>
    [
        entry.TenantId.Value, entry.OrganizationId is { } organization ? organization.Value : DBNull.Value, (short)entry.Kind, (short)entry.Level,
        entry.At.ToUniversalTime(),
        OrNull(entry.UserId), entry.Category, entry.Message, entry.Success, OrNull(entry.ToolName), OrNull(entry.ActionName), OrNull(entry.Endpoint),
        OrNull(entry.Method),
        entry.StatusCode is { } status ? status : DBNull.Value, entry.DurationMicroseconds is { } duration ? duration : DBNull.Value,
        OrNull(entry.IpAddress), OrNull(entry.Code), OrNull(entry.Details), entry.IsSlow,
        entry.ConnectionId is { } connection ? connection : DBNull.Value, entry.RunId is { } run ? run : DBNull.Value,
    ];

    private static object OrNull(string? text) => text ?? (object)DBNull.Value;
}
