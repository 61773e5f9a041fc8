using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>One sending of a delivery.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="DurationMilliseconds">Until the answer, or until there was none.</param>
/// <param name="Status">The HTTP status; null where there was no answer.</param>
/// <param name="Error">Why it is no success, for people and without an address of the inside; null for a success.</param>
/// <param name="Body">The first <see cref="MaximumBody"/> bytes of the answer as text; null where there was none.</param>
public sealed record DeliveryAttempt(
    Guid Id, TenantId TenantId, Guid DeliveryId, int Number, DateTimeOffset At, int DurationMilliseconds, int? Status, string? Error, string? Body)
{
    /// <summary>How many bytes of an answer are kept.</summary>
    public const int MaximumBody = 1024;

    public const int MaximumError = 200;

    public bool IsDelivered => Error is null;
}
