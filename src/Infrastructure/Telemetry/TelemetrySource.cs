namespace ModuleX.Infrastructure.Telemetry;

/// <summary>More spans and measurements that are taken up, from what another program puts in.</summary>
/// <param name="Sources">Names of activity sources.</param>
/// <param name="Meters">Names of meters.</param>
internal sealed record TelemetrySource(IReadOnlyList<string> Sources, IReadOnlyList<string> Meters)
{
    /// <summary>ModuleX's own, and what .NET and the drivers have.</summary>
    /// <remarks>Not the source <c>System.Net.Http</c>: its spans tell the paths of requests to services.</remarks>
    public static TelemetrySource Own { get; } = new(
        [Application.Telemetry.Instrumentation.Name, "Microsoft.AspNetCore", "Npgsql"],
        [Application.Telemetry.Instrumentation.Name, "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql", "Microsoft.EntityFrameworkCore"]);
}
