using Ardalis.Specification;
using ModuleX.Domain.Configuration;

namespace ModuleX.Application.Configuration;

/// <summary>What the tenant has decided.</summary>
internal sealed class TenantConfigSpec : Specification<TenantConfig>;

/// <summary>The profiles of the tenant, by name.</summary>
internal sealed class ConfigProfilesSpec : Specification<ConfigProfile>
{
    public ConfigProfilesSpec() => Query.OrderBy(profile => profile.NameKey);
}

internal sealed class ConfigProfileByIdSpec : Specification<ConfigProfile>
{
    public ConfigProfileByIdSpec(Guid id) => Query.Where(profile => profile.Id == id);
}

/// <summary>The changes of the tenant's configuration, newest first.</summary>
internal sealed class ConfigRecordsSpec : Specification<ConfigRecord>
{
    public ConfigRecordsSpec() => Query.OrderByDescending(record => record.ChangedAt).ThenByDescending(record => record.Id);
}
