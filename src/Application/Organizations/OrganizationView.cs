using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Organizations;

/// <summary>An organization as callers see one.</summary>
/// <param name="Settings">A JSON object.</param>
public sealed record OrganizationView(
    OrganizationId Id, string Slug, string Name, string? Description, string? Domain, int MaxUsers, int MaxTools, bool IsActive, bool IsDefault,
    string Settings, int MemberCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static OrganizationView Of(Organization organization) => new(
        organization.Id, organization.Slug, organization.Name, organization.Description, organization.Domain, organization.MaxUsers, organization.MaxTools,
        organization.IsActive, organization.IsDefault, organization.Settings, organization.MemberCount, organization.CreatedAt, organization.UpdatedAt);
}
