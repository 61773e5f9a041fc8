using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Records;

/// <summary>Makes records up, to see how an installation fares with many of them.</summary>
public interface IRecordSeeding
{
    /// <summary>Stores made-up requests of the past with the executions, security events and sums that go with them.</summary>
    /// <param name="requests">How many request records.</param>
    /// <param name="days">Over how many days up to now they are spread.</param>
    /// <param name="progress">Is told how many are stored.</param>
    Task SeedAsync(TenantId tenant, OrganizationId organization, long requests, int days, IProgress<long> progress, CancellationToken cancellationToken);
}
