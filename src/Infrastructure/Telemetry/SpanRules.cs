using System.Collections.Frozen;
using System.Diagnostics;
using ModuleX.Application.Telemetry;
using OpenTelemetry;

namespace ModuleX.Infrastructure.Telemetry;

/// <summary>What spans of libraries may say, and which of them are exported.</summary>
internal sealed class SpanRules : BaseProcessor<Activity>
{
    private const string AspNetCore = "Microsoft.AspNetCore";
    private const string Npgsql = "Npgsql";

    /// <summary>The connection string, with the password in it where <c>Persist Security Info</c> is set.</summary>
    private const string DataSource = "db.npgsql.data_source";

    /// <summary>
    /// What the span of a request says. The instrumentation would also tell the query (that of a callback is a code and a state), the user agent and
    /// a method that is none, which are the caller's own words.
    /// </summary>
    private static readonly FrozenSet<string> OfRequests = FrozenSet.ToFrozenSet(
    [
        Attributes.Method, Attributes.Route, Attributes.UrlPath, Attributes.UrlScheme, Attributes.StatusCode, Attributes.ProtocolVersion,
        Attributes.ServerAddress, Attributes.ServerPort, Attributes.ErrorType, Attributes.Surface,
    ]);

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == AspNetCore) Restrict(data);
        var isOfNpgsql = data.Source.Name == Npgsql;
        if (isOfNpgsql) data.SetTag(DataSource, null);
        // Caused by no request: each node looks for changes twice a second, and silos talk to each other. They would be more than all others together.
        var isBackground = data.ParentSpanId == default && (isOfNpgsql || data.Source.Name.EndsWith(".Runtime", StringComparison.Ordinal));
        if (isBackground) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private static void Restrict(Activity request)
    {
        foreach (var tag in request.TagObjects.Where(tag => !OfRequests.Contains(tag.Key)).ToList()) request.SetTag(tag.Key, null);
        // The path of a request that is for nothing here may be anything, a password that was pasted into the wrong field included.
        if (request.GetTagItem(Attributes.Route) is null) request.SetTag(Attributes.UrlPath, null);
    }
}
