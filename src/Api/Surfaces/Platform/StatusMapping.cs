using System.Text.Json;
using ModuleX.Application.Activities;
using ModuleX.Application.Operations;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Between document 5's wire records of status and activity and the use cases.</summary>
internal static class StatusMapping
{
    /// <param name="warnings">Null for none, and for those who may not see them.</param>
    public static StatusResponse ToResponse(this SystemStatusView view, IReadOnlyList<string>? warnings) => new(view.ToWire(), view.At, warnings);

    public static SystemStatusBody ToWire(this SystemStatusView view) => new(
        new(WordOf(view.Start.State), view.Start.Percent, view.Start.Step),
        new(view.Modules, view.ActiveModules, view.FaultyModules),
        new(Math.Round(view.MemoryPercent, 2), Math.Round(view.CpuPercent, 2), Math.Round(view.ResponseMilliseconds, 3)));

    public static ActivityListResponse ToWire(this Page<ActivityView> page) => new([.. page.Items.Select(ToWire)], page.Total, page.Number, page.Request.Take);

    public static ActivityBody ToWire(this ActivityView view) =>
        new(view.Id, view.Type, view.UserId, view.Description, JsonElement.Parse(view.Metadata), view.CreatedAt);

    private static string WordOf(StartState state) => state switch
    {
        StartState.Pending => "pending",
        StartState.InProgress => "in_progress",
        StartState.Completed => "completed",
        _ => "failed",
    };
}
