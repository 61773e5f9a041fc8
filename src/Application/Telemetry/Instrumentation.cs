using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ModuleX.Application.Telemetry;

/// <summary>
/// Where ModuleX's own spans and measurements come from. Without telemetry nothing listens, and nothing here costs anything.
/// </summary>
public static class Instrumentation
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "ModuleX";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);
}
