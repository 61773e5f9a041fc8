using Ardalis.Specification;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>The looks at the health of a service, newest first.</summary>
internal sealed class ServiceChecksSpec : Specification<ServiceCheck>
{
    public ServiceChecksSpec(ServiceId service) =>
        Query.Where(check => check.ServiceId == service).OrderByDescending(check => check.CheckedAt).ThenByDescending(check => check.Id);
}
