using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="LastUpdated">When it was looked, ISO 8601 in UTC.</param>
/// <param name="Warnings">For admins of the default tenant alone, and only where there are any: settings that are seldom right outside of Development, a sentence each.</param>
internal sealed record StatusResponse(
    [property: JsonPropertyName("status")] SystemStatusBody Status,
    [property: JsonPropertyName("last_updated")] string LastUpdated,
    [property: JsonPropertyName("warnings"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Warnings);

/// <summary>How the server fares.</summary>
internal sealed record SystemStatusBody(
    [property: JsonPropertyName("initialization")] InitializationStatus Initialization,
    [property: JsonPropertyName("modules")] ModulesStatus Modules,
    [property: JsonPropertyName("performance")] PerformanceStatus Performance);

/// <param name="Status">pending, in_progress, completed or failed.</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="CurrentStep">settings, database, keys, schema, administrator, mock_services, catalogue, or ready.</param>
internal sealed record InitializationStatus(
    [property: JsonPropertyName("status"), AllowedValues("pending", "in_progress", "completed", "failed")] string Status,
    [property: JsonPropertyName("progress")] int Progress,
    [property: JsonPropertyName("current_step")] string CurrentStep);

/// <param name="Total">Manifests, good or not.</param>
/// <param name="Active">Tools that can be used now.</param>
/// <param name="Errors">Manifests that have problems.</param>
internal sealed record ModulesStatus(
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("active")] int Active,
    [property: JsonPropertyName("errors")] int Errors);

/// <param name="MemoryUsage">Percent of the memory that the server may use, at the last sample.</param>
/// <param name="CpuUsage">Percent of all processors, at the last sample.</param>
/// <param name="ResponseTime">Milliseconds, the average of this hour and the one before.</param>
internal sealed record PerformanceStatus(
    [property: JsonPropertyName("memory_usage")] double MemoryUsage,
    [property: JsonPropertyName("cpu_usage")] double CpuUsage,
    [property: JsonPropertyName("response_time")] double ResponseTime);
