using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

/// <summary>A user or external owner called, or executed something, in that hour or on that day.</summary>
internal class Presence
{
    public TenantId TenantId { get; init; }

    public OrganizationId OrganizationId { get; init; }

    public SumGrain Grain { get; init; }

    public DateTimeOffset Start { get; init; }

    /// <summary>The id of a user, or the name of an external owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Empty for a request of any kind.</summary>
    public required string Tool { get; init; }
}
