namespace ModuleX.Infrastructure.Webhooks;

/// <summary>How the health of services is watched: the section <c>ServiceHealth</c>.</summary>
internal sealed class ServiceHealthOptions
{
    public const string Section = "ServiceHealth";

    /// <summary>From one look at a service to the next.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a look is remembered.</summary>
    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(7);
}
