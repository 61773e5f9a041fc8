using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Webhooks;

/// <summary>One look at the health of a service.</summary>
/// <param name="Status">Of <see cref="ServiceHealth"/>.</param>
/// <param name="ResponseTime">In seconds, until the answer or until there was none.</param>
/// <param name="Reason">Empty where it is healthy.</param>
public sealed record ServiceCheck(Guid Id, TenantId TenantId, ServiceId ServiceId, string Status, double ResponseTime, string Reason, DateTimeOffset CheckedAt);

/// <summary>How a service is.</summary>
public static class ServiceHealth
{
    public const string Healthy = "healthy";

    /// <summary>It answered, but not with success.</summary>
    public const string Degraded = "degraded";

    /// <summary>It did not answer.</summary>
    public const string Down = "down";
}
