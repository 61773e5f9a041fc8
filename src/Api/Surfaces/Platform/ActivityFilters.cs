using ModuleX.Api.Hosting;
using ModuleX.Application.Activities;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>The filters of <c>/api/activity</c>.</summary>
internal static class ActivityFilters
{
    private const int LongestOwner = 128;

    public static ActivityFilter ToActivityFilter(this QueryValues query)
    {
        var filter = new ActivityFilter(
            query.Text("user_id", LongestOwner), query.Word("type", ActivityTypes.All), query.Time("start_date"), query.EndTime("end_date"));
        if (filter is { Since: { } since, Until: { } until } && until < since) query.Refuse("end_date", "must not be before start_date");
        return filter;
    }
}
