using ModuleX.Api.Hosting;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>The organization that something new is for, as requests name it.</summary>
internal static class NamedOrganization
{
    /// <summary>Of the body, or else of <c>?organization_id=</c>; null where neither names one.</summary>
    public static OrganizationId? OrganizationOf(this QueryValues query, Guid? inBody)
    {
        var id = inBody ?? query.Uuid("organization_id");
        query.ThrowIfInvalid();
        return id is { } named ? new OrganizationId(named) : null;
    }
}
