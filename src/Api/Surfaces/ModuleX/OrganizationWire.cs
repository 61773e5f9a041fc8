using System.Text.Json;
using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record OrganizationListResponse(
    bool Success,
    IReadOnlyList<ListedOrganization> Organizations,
    OrganizationPages Pagination)
{
    public static OrganizationListResponse Of(Page<OrganizationView> page) => new(
        true,
        [.. page.Items.Select(view => view.ToWire<ListedOrganization>())],
        new(page.Total, page.Number, page.Request.Take, page.Count, page.HasNext, page.HasPrevious));
}

internal sealed record OrganizationDetailsResponse(bool Success, OrganizationDetails Organization)
{
    public static OrganizationDetailsResponse Of(OrganizationView view)
    {
        var remaining = Math.Max(0, view.MaxUsers - view.MemberCount);
        return new(true, new(
            view.Id, view.Slug, view.Name, view.Domain, view.MaxUsers, view.MaxTools, view.IsActive, view.IsDefault,
            JsonElement.Parse(view.Settings),
            view.CreatedAt, view.UpdatedAt, new(view.MemberCount, remaining, remaining > 0)));
    }
}

internal sealed record OrganizationResponse(bool Success, OrganizationFacts Organization)
{
    public static OrganizationResponse Of(OrganizationView view) => new(true, new(
        view.Id, view.Slug, view.Name, view.Domain, view.MaxUsers, view.MaxTools, view.IsActive, view.IsDefault, JsonElement.Parse(view.Settings),
        view.CreatedAt, view.UpdatedAt));
}

internal sealed record ListedOrganization(
    OrganizationId Id,
    string Slug,
    string Name,
    string? Domain,
    bool IsActive,
    int MaxUsers,
    DateTimeOffset CreatedAt);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record OrganizationFacts(
    OrganizationId Id,
    string Slug,
    string Name,
    string? Domain,
    int MaxUsers,
    int MaxTools,
    bool IsActive,
    bool IsDefault,
    JsonElement Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record OrganizationDetails(
    OrganizationId Id,
    string Slug,
    string Name,
    string? Domain,
    int MaxUsers,
    int MaxTools,
    bool IsActive,
    bool IsDefault,
    JsonElement Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    OrganizationPlaces Stats);

/// <param name="UsersRemaining">How many more may join.</param>
internal sealed record OrganizationPlaces(int CurrentUsers, int UsersRemaining, bool CanAddUser);

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record OrganizationPages(
    int Total,
    int Page,
    int Limit,
    int TotalPages,
    bool HasNext,
    bool HasPrevious);

internal sealed class OrganizationWire : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<OrganizationView, ListedOrganization>();
        config.NewConfig<OrganizationView, OrganizationNames>();
    }
}
