using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using ModuleX.Application.Analytics;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record ToolAnalyticsData(ToolAnalytics ToolAnalytics)
{
    public static ToolAnalyticsData Of(ToolAnalyticsView view, AnalyticsPeriod period) => new(new ToolAnalytics(
        Measurement.Of(view.Installations, period), Measurement.Of(view.Executions, period), Measurement.Of(view.SuccessRate, period),
        Measurement.Of(view.ExecutionMilliseconds, period),
        [.. view.Adoption.Select(
            row => new ToolAdoption(row.Month.UtcDateTime.ToString("MMMM", CultureInfo.InvariantCulture), row.Installations, row.Uninstallations))],
        [.. view.TopTools.Select(
            row => new TopTool(row.Name, row.DisplayName, row.Users, row.Usage, row.SuccessRate,
            row.Trend switch { > 0 => "up", < 0 => "down", _ => "stable" }))]));
}

/// <param name="TotalInstallations">Integrations that are installed now.</param>
/// <param name="SuccessRate">Percent.</param>
/// <param name="AvgExecutionTime">Milliseconds.</param>
/// <param name="ToolAdoption">A row for each month that the period touches.</param>
/// <param name="TopTools">The ten with the most executions.</param>
internal sealed record ToolAnalytics(
    Measurement TotalInstallations,
    Measurement ToolExecutions,
    Measurement SuccessRate,
    Measurement AvgExecutionTime,
    IReadOnlyList<ToolAdoption> ToolAdoption,
    IReadOnlyList<TopTool> TopTools);

/// <param name="Month">Its English name.</param>
internal sealed record ToolAdoption(string Month, int Installations, int Uninstallations);

/// <param name="Id">The tool's name.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Users">Different people who executed it.</param>
/// <param name="Usage">Executions.</param>
/// <param name="SuccessRate">Percent.</param>
/// <param name="Trend"><c>up</c>, <c>down</c> or <c>stable</c> against the period before.</param>
internal sealed record TopTool(
    string Id,
    string Name,
    int Users,
    long Usage,
    [property: JsonPropertyName("successRate")] double SuccessRate,
    [property: AllowedValues("up", "down", "stable")] string Trend);
