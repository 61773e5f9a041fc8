using Ardalis.Specification;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>The services of the tenant, by name.</summary>
internal sealed class ServicesSpec : Specification<Service>
{
    public ServicesSpec() => Query.OrderBy(service => service.NameKey);
}

internal sealed class ServicesByIdSpec : Specification<Service>
{
    public ServicesByIdSpec(params IReadOnlyCollection<ServiceId> ids) => Query.Where(service => ids.Contains(service.Id));
}

internal sealed class ServiceByNameSpec : Specification<Service>
{
    /// <param name="name">In any case.</param>
    public ServiceByNameSpec(string name)
    {
        var key = Service.KeyOf(name);
        Query.Where(service => service.NameKey == key);
    }
}
