using Ardalis.Specification;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Integrations;

/// <summary>The tools that an organization has installed, by name; those that are switched off too.</summary>
internal sealed class IntegrationsSpec : Specification<Integration>
{
    public IntegrationsSpec(OrganizationId organization) =>
        Query.Where(integration => integration.OrganizationId == organization).OrderBy(integration => integration.Tool);
}

internal sealed class IntegrationOfToolSpec : Specification<Integration>
{
    public IntegrationOfToolSpec(OrganizationId organization, string tool) =>
        Query.Where(integration => integration.OrganizationId == organization && integration.Tool == tool);
}
