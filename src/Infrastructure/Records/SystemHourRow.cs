namespace ModuleX.Infrastructure.Records;

/// <summary>All nodes together, in an hour that is over.</summary>
internal sealed class SystemHourRow : SystemHourNumbers
{
    /// <summary>The concurrency token.</summary>
    public long Version { get; set; }
}
