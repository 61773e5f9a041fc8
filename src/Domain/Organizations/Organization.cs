using System.Text.RegularExpressions;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Organizations;

/// <summary>A group of people and agents inside a tenant. Service keys and what they connect belong to one.</summary>
public sealed partial class Organization
{
    /// <summary>The slug of the organization that every tenant has.</summary>
    public const string DefaultSlug = "default";

    private Organization(OrganizationId id, TenantId tenantId, string slug, string name, bool isDefault, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        Slug = slug;
        Name = name;
        IsDefault = isDefault;
        CreatedAt = createdAt;
    }

    public OrganizationId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    /// <summary>Unique in the tenant: 2 to 50 of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</summary>
    public string Slug { get; private set; }

    /// <summary>For people; 1 to 255 characters.</summary>
    public string Name { get; private set; }

    /// <summary>True for exactly one organization of a tenant.</summary>
    public bool IsDefault { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>A new organization, or what is wrong with its slug or name.</summary>
    public static Result<Organization> Create(OrganizationId id, TenantId tenantId, string slug, string name, bool isDefault, DateTimeOffset now)
    {
        if (!SlugPattern().IsMatch(slug)) return OrganizationErrors.SlugInvalid;
        if (name.Trim().Length is 0 or > 255) return OrganizationErrors.NameInvalid;
        return new Organization(id, tenantId, slug, name.Trim(), isDefault, now);
    }

    [GeneratedRegex(@"^[a-z0-9-]{2,50}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern();
}
