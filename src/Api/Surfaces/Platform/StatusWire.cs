using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Application.Operations;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="LastUpdated">When it was looked, ISO 8601 in UTC.</param>
/// <param name="Warnings">For admins of the default tenant alone, and only where there are any: settings that are seldom right outside of
/// Development, a sentence each.</param>
internal sealed record StatusResponse(
    SystemStatusBody Status,
    DateTimeOffset LastUpdated,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Warnings)
{
    /// <param name="warnings">Null for none, and for those who may not see them.</param>
    public static StatusResponse Of(SystemStatusView view, IReadOnlyList<string>? warnings) => new(SystemStatusBody.Of(view), view.At, warnings);
}

/// <summary>How the server fares.</summary>
internal sealed record SystemStatusBody(
    InitializationStatus Initialization,
    ModulesStatus Modules,
    PerformanceStatus Performance)
{
    public static SystemStatusBody Of(SystemStatusView view) => new(
        new(WordOf(view.Start.State), view.Start.Percent, view.Start.Step),
        new(view.Modules, view.ActiveModules, view.FaultyModules),
        new(Math.Round(view.MemoryPercent, 2), Math.Round(view.CpuPercent, 2), Math.Round(view.ResponseMilliseconds, 3)));

    private static string WordOf(StartState state) => state switch
    {
        StartState.Pending => "pending",
        StartState.InProgress => "in_progress",
        StartState.Completed => "completed",
        _ => "failed",
    };
}

/// <param name="Status">pending, in_progress, completed or failed.</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="CurrentStep">settings, database, keys, schema, administrator, mock_services, catalog, or ready.</param>
internal sealed record InitializationStatus(
    [property: AllowedValues("pending", "in_progress", "completed", "failed")] string Status,
    int Progress,
    string CurrentStep);

/// <param name="Total">Manifests, good or not.</param>
/// <param name="Active">Tools that can be used now.</param>
/// <param name="Errors">Manifests that have problems.</param>
internal sealed record ModulesStatus(int Total, int Active, int Errors);

/// <param name="MemoryUsage">Percent of the memory that the server may use, at the last sample.</param>
/// <param name="CpuUsage">Percent of all processors, at the last sample.</param>
/// <param name="ResponseTime">Milliseconds, the average of this hour and the one before.</param>
internal sealed record PerformanceStatus(double MemoryUsage, double CpuUsage, double ResponseTime);
