using System.Collections.Frozen;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Integrations;

/// <summary>What an organization had installed when it was read; secrets are cipher text.</summary>
internal sealed class OrganizationTools(TenantId tenant, OrganizationId organization, IEnumerable<Integration> integrations)
{
    private readonly FrozenDictionary<string, Integration> _byTool = integrations.ToFrozenDictionary(integration => integration.Tool);

    /// <summary>The names of the tools that are switched on.</summary>
    public IReadOnlySet<string> Active =>
        field ??= _byTool.Values.Where(integration => integration.IsActive).Select(integration => integration.Tool).ToFrozenSet();

    /// <summary>Null where the tool is not installed.</summary>
    public Integration? Find(string tool) => _byTool.GetValueOrDefault(tool);

    public bool Concerns(Guid subject) => organization.Value == subject || tenant.Value == subject;
}
