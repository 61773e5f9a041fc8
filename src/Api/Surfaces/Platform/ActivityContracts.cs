using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Activities">Newest first.</param>
internal sealed record ActivityListResponse(
    [property: JsonPropertyName("activities")] IReadOnlyList<ActivityBody> Activities,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("page")] int Page,
    [property: JsonPropertyName("per_page")] int PerPage);

/// <summary>Something that somebody did.</summary>
/// <param name="Type">login, logout, tool_auth, tool_execution or other.</param>
/// <param name="UserId">A user, or an external owner by name.</param>
/// <param name="Description">A sentence for people.</param>
/// <param name="Metadata">Facts for programs.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
internal sealed record ActivityBody(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type"), AllowedValues("login", "logout", "tool_auth", "tool_execution", "other")] string Type,
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("metadata")] JsonElement Metadata,
    [property: JsonPropertyName("created_at")] string CreatedAt);
