using Mapster;
using ModuleX.Domain.Locations;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Organizations;

/// <summary>An organization as callers see one.</summary>
/// <param name="Settings">A JSON object.</param>
public sealed record OrganizationView(
    OrganizationId Id, string Slug, string Name, string? Description, string? Domain, int MaxUsers, int MaxTools, bool IsActive, bool IsDefault,
    string Settings, int MemberCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    UserId? CreatedBy)
{
    /// <summary>Who made it; null where that is not known.</summary>
    public UserNameView? Creator { get; init; }

    /// <summary>Its places, by code; empty for an organization that was just made.</summary>
    public IReadOnlyList<PlaceView> Places { get; init; } = [];
}

/// <summary>A location as its organization shows it.</summary>
public sealed record PlaceView(LocationId Id, string Name, string Code, bool IsActive);

internal sealed class OrganizationViews : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Organization, OrganizationView>()
        .Ignore(view => view.Creator!, view => view.Places);
}
