using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

/// <summary>Security events of one sort that should be looked at: a suspicious one and those like it within the hour, or many from one address.</summary>
internal sealed class SecurityAlertRow
{
    public long Id { get; init; }

    public TenantId TenantId { get; init; }

    public OrganizationId? OrganizationId { get; init; }

    /// <summary>Of <see cref="SecurityEvents"/>.</summary>
    public required string EventType { get; init; }

    public RecordLevel Severity { get; init; }

    public string? IpAddress { get; init; }

    public string? UserId { get; init; }

    public string? ToolName { get; init; }

    /// <summary>What the last event said.</summary>
    public string Message { get; set; } = "";

    public int Count { get; set; }

    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; set; }
}
