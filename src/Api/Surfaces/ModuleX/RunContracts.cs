using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Action">A name or an alias.</param>
/// <param name="Parameters">As the action's schema wants them; left out for none.</param>
/// <param name="Arguments">The same under the name that models give it; one of the two.</param>
internal sealed record ExecuteRequest(
    [property: JsonPropertyName("action"), MaxLength(128)] string Action,
    [property: JsonPropertyName("parameters")] JsonElement? Parameters = null,
    [property: JsonPropertyName("arguments")] JsonElement? Arguments = null)
{
    public static async ValueTask<ExecuteRequest?> BindAsync(HttpContext context)
    {
        var (action, parameters) = RunBody.Read(await JsonBody.ReadAsync(context), mayBeInside: false);
        return new(action, parameters);
    }
}

/// <param name="Runs">1 to 100; each is executed as if it stood alone.</param>
internal sealed record BatchRequest([property: JsonPropertyName("runs")] IReadOnlyList<BatchRunRequest> Runs);

/// <param name="IdempotencyKey">As the header of a single run; left out for none.</param>
/// <param name="Arguments">The parameters under the name that models give them; one of the two.</param>
internal sealed record BatchRunRequest(
    [property: JsonPropertyName("tool_name"), MaxLength(64)] string ToolName,
    [property: JsonPropertyName("action"), MaxLength(128)] string Action,
    [property: JsonPropertyName("parameters")] JsonElement? Parameters = null,
    [property: JsonPropertyName("idempotency_key"), MaxLength(255)] string? IdempotencyKey = null,
    [property: JsonPropertyName("arguments")] JsonElement? Arguments = null);

/// <summary>What execute answers; written by hand around the tool's own JSON.</summary>
internal sealed record ExecuteResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("result")] RunResultBody Result);

/// <param name="Data">The tool's answer: any JSON; for text <c>{content_type, text}</c>, for other content <c>{content_type, base64}</c>.</param>
/// <param name="TotalCount">How many items the answer has; only where it is a list.</param>
/// <param name="StartTime">ISO 8601 in UTC.</param>
/// <param name="EndTime">ISO 8601 in UTC.</param>
internal sealed record RunResultBody(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("data")] JsonElement? Data,
    [property: JsonPropertyName("total_count"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TotalCount,
    [property: JsonPropertyName("start_time")] string StartTime,
    [property: JsonPropertyName("end_time")] string EndTime);

/// <param name="Results">In the order of the request.</param>
internal sealed record BatchResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("results")] IReadOnlyList<BatchItemResponse> Results,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("succeeded")] int Succeeded,
    [property: JsonPropertyName("failed")] int Failed);

/// <param name="Status">The HTTP status that the run would have had alone.</param>
/// <param name="Result">Absent for one that failed.</param>
/// <param name="Error">Absent for one that went well.</param>
internal sealed record BatchItemResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("tool_name")] string ToolName,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("result"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RunResultBody? Result,
    [property: JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ModuleXErrorFacts? Error);
