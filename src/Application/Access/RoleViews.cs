using Mapster;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Access;

/// <summary>A role as callers see one.</summary>
public sealed record RoleView(
    RoleId Id, string Name, string? Description, bool IsActive, OrganizationId Organization, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>A permission as callers see one.</summary>
public sealed record PermissionView(
    PermissionId Id, string Name, string? Description, string Resource, string Action, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed class RoleViews : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<Role, RoleView>().Map(view => view.Organization, role => role.OrganizationId);
        config.NewConfig<Permission, PermissionView>();
    }
}
