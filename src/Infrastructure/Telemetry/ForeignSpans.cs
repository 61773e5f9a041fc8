using System.Diagnostics;
using OpenTelemetry;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>
/// What is not told of what others tell. Left out is what no request caused and no one of ModuleX's own spans surrounds: the queries with which each node looks for changes
/// twice a second, and what silos say to each other. They would be more than all others together.
/// </summary>
internal sealed class ForeignSpans : BaseProcessor<Activity>
{
    private const string Npgsql = "Npgsql";

    /// <summary>The connection string, with the password in it where somebody has set <c>Persist Security Info</c>.</summary>
    private const string DataSource = "db.npgsql.data_source";

    public override void OnEnd(Activity data)
    {
        var isOfNpgsql = data.Source.Name == Npgsql;
        if (isOfNpgsql) data.SetTag(DataSource, null);
        if (data.ParentSpanId == default && (isOfNpgsql || data.Source.Name.EndsWith(".Runtime", StringComparison.Ordinal))) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
