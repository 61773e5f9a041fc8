using ModuleX.Domain.Organizations;

namespace ModuleX.Infrastructure.Persistence.Rows;

/// <summary>How many requests an organization made on one day (UTC).</summary>
internal sealed class OrganizationCallsRow
{
    public required OrganizationId OrganizationId { get; init; }

    public required DateOnly Day { get; init; }

    public required long Calls { get; set; }
}
