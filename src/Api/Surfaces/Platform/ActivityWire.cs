using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ModuleX.Application.Activities;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Activities">Newest first.</param>
internal sealed record ActivityListResponse(IReadOnlyList<ActivityBody> Activities, int Total, int Page, int PerPage)
{
    public static ActivityListResponse Of(Page<ActivityView> page) => new([.. page.Items.Select(ActivityBody.Of)], page.Total, page.Number, page.Request.Take);
}

/// <summary>Something that a person did.</summary>
/// <param name="Type">login, logout, tool_auth, tool_execution or other.</param>
/// <param name="UserId">A user, or an external owner by name.</param>
/// <param name="Description">A sentence for people.</param>
/// <param name="Metadata">Facts for programs.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
internal sealed record ActivityBody(
    string Id,
    [property: AllowedValues("login", "logout", "tool_auth", "tool_execution", "other")] string Type,
    string UserId,
    string Description,
    JsonElement Metadata,
    DateTimeOffset CreatedAt)
{
    public static ActivityBody Of(ActivityView view) =>
        new(view.Id, view.Type, view.UserId, view.Description, JsonElement.Parse(view.Metadata), view.CreatedAt);
}
